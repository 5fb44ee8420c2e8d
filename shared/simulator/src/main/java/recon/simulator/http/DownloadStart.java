package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code GET /fapi/v1/income|trade|order/asyn}: asks for a file of up to a year. */
final class DownloadStart implements Endpoint {
    private static final int WEIGHT = 1_000;
    private static final int USUAL_COST_MS = 240_000;

    private final Download.Kind kind;
    private final Downloads downloads;

    DownloadStart(Download.Kind kind, Downloads downloads) {
        this.kind = kind;
        this.downloads = downloads;
    }

    @Override
    public String path() {
        return kind.path();
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return WEIGHT;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("startTime", "endTime");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Download started = downloads.start(kind, asked.account().uid(), asked.parameters(), asked.now());
        json.writeStartObject();
        json.writeNumberField("avgCostTimestampOfLast30d", USUAL_COST_MS);
        json.writeStringField("downloadId", started.id());
        json.writeEndObject();
    }
}
