package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.world.TransferRow;

/**
 * {@code GET /sapi/v1/sub-account/sub/transfer/history}: the older history of transfers from spot to spot, newest first; what
 * the universal one shows may be repeated in it.
 */
final class LegacyTransfers implements Endpoint {
    private static final int LARGEST_LIMIT = 500;

    /** Where each list has numbers of its own, these lie above all others. */
    private static final long OWN_IDS = 700_000_000_000L;

    @Override
    public String path() {
        return "/sapi/v1/sub-account/sub/transfer/history";
    }

    @Override
    public Access access() {
        return Access.MAIN;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("fromEmail", "toEmail", "startTime", "endTime", "page", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Optional<String> to = parameters.text("toEmail");
        if (to.isPresent() && parameters.has("fromEmail")) {
            throw Refusal.combination();
        }
        String email = to.orElseGet(
                () -> parameters.text("fromEmail").orElse(asked.account().email()));
        String uid = asked.uid(email, to.isPresent() ? "toEmail" : "fromEmail");
        int page = parameters.within("page", 1, Integer.MAX_VALUE, 1);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, LARGEST_LIMIT);
        long until = Math.min(parameters.number("endTime").orElse(asked.now()), asked.now());
        List<TransferRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .legacyTransfers()
                .of(uid)
                .between(parameters.number("startTime").orElse(0), until)
                .reversed()
                .stream()
                .filter(row -> (to.isPresent() ? row.to() : row.from()).equals(uid))
                .toList();
        boolean shared = asked.world().switches().transferIdsShared();
        json.writeStartArray();
        for (TransferRow row : Pages.page(rows, page, limit)) {
            json.writeStartObject();
            json.writeStringField("from", asked.email(row.from()));
            json.writeStringField("to", asked.email(row.to()));
            json.writeStringField("asset", row.asset());
            json.writeStringField("qty", Money.plain(row.amount()));
            json.writeStringField("status", row.success() ? "SUCCESS" : "FAILURE");
            json.writeNumberField("tranId", shared ? row.tranId() : OWN_IDS + row.tranId());
            json.writeNumberField("time", row.time());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
