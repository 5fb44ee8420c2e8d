package recon.local.bus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An event as EventBridge delivers it. Its detail holds ids and counts, no money. */
record Envelope(
        String version,
        String id,
        @JsonProperty("detail-type") String detailType,
        String source,
        String time,
        List<String> resources,
        JsonNode detail) {}
