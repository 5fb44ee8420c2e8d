package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code GET /sapi/v1/capital/deposit/subHisrec}: a sub-account's deposits as the master sees them. */
final class SubDepositHistory implements Endpoint {
    @Override
    public String path() {
        return "/sapi/v1/capital/deposit/subHisrec";
    }

    @Override
    public Access access() {
        return Access.MAIN;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("email", "coin", "status", "startTime", "endTime", "offset", "limit", "txId", "includeSource");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        String uid = asked.uid(asked.parameters().mandatory("email"), "email");
        if (uid.equals(asked.account().uid())) {
            throw Refusal.invalid("email");
        }
        DepositHistory.answer(asked, uid, false, json);
    }
}
