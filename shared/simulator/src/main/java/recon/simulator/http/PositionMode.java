package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code GET /fapi/v1/positionSide/dual}: whether the account is in hedge mode. */
final class PositionMode implements Endpoint {
    @Override
    public String path() {
        return "/fapi/v1/positionSide/dual";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 30;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField(
                "dualSidePosition",
                asked.world().positionsUntil(asked.now()).hedged(asked.account().uid()));
        json.writeEndObject();
    }
}
