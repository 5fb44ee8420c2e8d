package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.SimulatedAccount;
import recon.simulator.world.TransferRow;

/** {@code GET /sapi/v1/sub-account/transfer/subUserHistory}: a sub-account's own view, one direction at a time. */
final class SubUserTransfers implements Endpoint {
    private static final int IN = 1;
    private static final int OUT = 2;
    private static final int LARGEST_LIMIT = 500;
    private static final long DEFAULT_SPAN_MS = 30 * Window.DAY_MS;

    @Override
    public String path() {
        return "/sapi/v1/sub-account/transfer/subUserHistory";
    }

    @Override
    public Access access() {
        return Access.SUB;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("asset", "type", "startTime", "endTime", "limit", "returnFailHistory");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        int type = parameters.within("type", IN, OUT, OUT);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, LARGEST_LIMIT);
        long to = Math.min(parameters.number("endTime").orElse(asked.now()), asked.now());
        long from = parameters.number("startTime").orElse(to - DEFAULT_SPAN_MS);
        Optional<String> asset = parameters.text("asset");
        String uid = asked.account().uid();
        List<TransferRow> rows =
                asked.world().historyUntil(asked.now()).ownViews().of(uid).between(from, to).reversed().stream()
                        .filter(row -> (type == IN ? row.to() : row.from()).equals(uid))
                        .filter(row -> asset.isEmpty() || row.asset().equals(asset.get()))
                        .filter(row -> row.success() || parameters.flag("returnFailHistory"))
                        .limit(limit)
                        .toList();
        json.writeStartArray();
        for (TransferRow row : rows) {
            write(row, type, asked.world().accounts(), json);
        }
        json.writeEndArray();
    }

    private static void write(TransferRow row, int type, List<SimulatedAccount> accounts, JsonGenerator json)
            throws IOException {
        String otherUid = type == IN ? row.from() : row.to();
        SimulatedAccount other = accounts.stream()
                .filter(account -> account.uid().equals(otherUid))
                .findFirst()
                .orElseThrow();
        json.writeStartObject();
        json.writeStringField("counterParty", other.main() ? "master" : "subAccount");
        json.writeStringField("email", other.email());
        json.writeNumberField("type", type);
        json.writeStringField("asset", row.asset());
        json.writeStringField("qty", Money.plain(row.amount()));
        json.writeStringField("fromAccountType", UniversalTransfers.accountType(row.fromWallet()));
        json.writeStringField("toAccountType", UniversalTransfers.accountType(row.toWallet()));
        json.writeStringField("status", row.success() ? "SUCCESS" : "FAILURE");
        json.writeNumberField("tranId", row.ownTranId());
        json.writeNumberField("time", row.time());
        json.writeEndObject();
    }
}
