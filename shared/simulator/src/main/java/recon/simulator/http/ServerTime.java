package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code GET /api/v3/time} and {@code GET /fapi/v1/time}. */
final class ServerTime implements Endpoint {
    private final String path;

    ServerTime(String path) {
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("serverTime", asked.now());
        json.writeEndObject();
    }
}
