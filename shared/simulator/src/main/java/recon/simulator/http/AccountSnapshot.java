package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code GET /sapi/v1/accountSnapshot}: what the caller held a second before the midnights of the last month. What it
 * refuses after the gate it refuses inside a 200.
 */
final class AccountSnapshot implements Endpoint {
    private static final int WEIGHT = 2_400;
    private static final int LEAST = 7;
    private static final int MOST = 30;
    private static final int OK = 200;
    private static final Set<String> TYPES = Set.of("SPOT", "MARGIN", "FUTURES");

    @Override
    public String path() {
        return "/sapi/v1/accountSnapshot";
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
        return Set.of("type", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        String type = parameters.mandatory("type");
        int limit = parameters.within("limit", LEAST, MOST, LEAST);
        long to = parameters.number("endTime").orElse(asked.now());
        long from = parameters.number("startTime").orElse(to - LEAST * Window.DAY_MS);
        if (!TYPES.contains(type)) {
            refuse(json, -3026, "Input parameter error.");
        } else if (to < from || to - from >= MOST * Window.DAY_MS) {
            refuse(json, -7001, "FAILED: the range of dates is not valid");
        } else {
            List<Long> shown = asked.world().snapshots().shown(from, Math.min(to, asked.now()), asked.now(), limit);
            write(asked, type, shown, json);
        }
    }

    private static void refuse(JsonGenerator json, int code, String message) throws IOException {
        json.writeStartObject();
        json.writeNumberField("code", code);
        json.writeStringField("msg", message);
        json.writeEndObject();
    }

    private static void write(Asked asked, String type, List<Long> shown, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("code", OK);
        json.writeStringField("msg", "");
        json.writeArrayFieldStart("snapshotVos");
        for (long at : shown) {
            json.writeStartObject();
            json.writeStringField("type", type.toLowerCase(Locale.ROOT));
            json.writeNumberField("updateTime", at);
            json.writeObjectFieldStart("data");
            switch (type) {
                case "SPOT" -> SnapshotData.spot(asked, at, json);
                case "MARGIN" -> SnapshotData.margin(asked, at, json);
                default -> SnapshotData.futures(asked, at, json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
