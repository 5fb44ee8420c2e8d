package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** {@code GET /sapi/v1/account/apiRestrictions}: what the key may do; answered to any key. */
final class ApiRestrictions implements Endpoint {
    static final String PATH = "/sapi/v1/account/apiRestrictions";
    private static final long CREATED = 1_735_689_600_000L;

    private final Keys keys;

    ApiRestrictions(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("createTime", CREATED);
        for (Map.Entry<String, Boolean> right : keys.rights(asked.apiKey()).entrySet()) {
            json.writeBooleanField(right.getKey(), right.getValue());
        }
        json.writeEndObject();
    }
}
