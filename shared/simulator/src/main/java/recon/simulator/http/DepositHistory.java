package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.world.DepositRow;

/** {@code GET /sapi/v1/capital/deposit/hisrec}: by insert time, newest first. */
final class DepositHistory implements Endpoint {
    private static final int LARGEST_LIMIT = 1_000;
    private static final int CONFIRMATIONS = 12;
    private static final long SPAN_MS = 90 * Window.DAY_MS;

    @Override
    public String path() {
        return "/sapi/v1/capital/deposit/hisrec";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("coin", "status", "startTime", "endTime", "offset", "limit", "txId", "includeSource");
    }

    static Refusal tooLong() {
        return Refusal.of(-4047, "The time interval must be within 0-90 days");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        answer(asked, asked.account().uid(), true, json);
    }

    /**
     * The deposits of an account.
     *
     * @param own whether the account asks itself; the master sees less
     */
    static void answer(Asked asked, String uid, boolean own, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Window window = Window.within(asked, SPAN_MS, DepositHistory::tooLong);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, LARGEST_LIMIT);
        long offset = parameters.number("offset").orElse(0);
        OptionalLong status = parameters.number("status");
        Optional<String> coin = parameters.text("coin");
        Optional<String> txId = parameters.text("txId");
        List<DepositRow> rows =
                asked
                        .world()
                        .historyUntil(asked.now())
                        .deposits(uid)
                        .between(window.from(), window.to())
                        .reversed()
                        .stream()
                        .filter(row -> asked.world().sabotages().shown(row, asked.now()))
                        .filter(row -> status.isEmpty() || row.status(asked.now()) == status.getAsLong())
                        .filter(row -> coin.isEmpty() || row.coin().equals(coin.get()))
                        .filter(row -> txId.isEmpty() || row.txId().equals(txId.get()))
                        .toList();
        json.writeStartArray();
        for (DepositRow row : Pages.cut(rows, offset, limit)) {
            write(row, asked, own, json);
        }
        json.writeEndArray();
    }

    private static void write(DepositRow row, Asked asked, boolean own, JsonGenerator json) throws IOException {
        int status = row.status(asked.now());
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("amount", Money.plain(row.amount()));
        json.writeStringField("coin", row.coin());
        json.writeStringField("network", row.network());
        json.writeNumberField("status", status);
        json.writeStringField("address", row.address());
        json.writeStringField("addressTag", "");
        json.writeStringField("txId", row.txId());
        json.writeNumberField("insertTime", row.insertTime());
        if (own && row.completed(asked.now())) {
            json.writeNumberField("completeTime", row.decidedAt());
        }
        json.writeNumberField("transferType", row.fate() == DepositRow.Fate.INTERNAL ? 1 : 0);
        json.writeStringField("confirmTimes", (status == 0 ? 1 : CONFIRMATIONS) + "/" + CONFIRMATIONS);
        json.writeNumberField("unlockConfirm", CONFIRMATIONS);
        json.writeNumberField("walletType", row.funding() ? 1 : 0);
        if (own) {
            json.writeNumberField("travelRuleStatus", 0);
        }
        if (asked.parameters().flag("includeSource")) {
            json.writeStringField("sourceAddress", row.sourceAddress());
        }
        json.writeEndObject();
    }
}
