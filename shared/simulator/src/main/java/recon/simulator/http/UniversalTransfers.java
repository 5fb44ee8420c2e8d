package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.world.TransferRow;
import recon.simulator.world.Wallet;

/** {@code GET /sapi/v1/sub-account/universalTransfer}: the master's view, one direction of one account at a time. */
final class UniversalTransfers implements Endpoint {
    private static final int LARGEST_LIMIT = 500;
    private static final long SPAN_MS = 7 * Window.DAY_MS;

    @Override
    public String path() {
        return "/sapi/v1/sub-account/universalTransfer";
    }

    @Override
    public Access access() {
        return Access.MAIN;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("fromEmail", "toEmail", "clientTranId", "startTime", "endTime", "page", "limit");
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
        Window window = Window.within(asked, SPAN_MS, () -> Refusal.of(-7001, "Date range is not supported."));
        int page = parameters.within("page", 1, Integer.MAX_VALUE, 1);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, LARGEST_LIMIT);
        Optional<String> client = parameters.text("clientTranId");
        List<TransferRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .transfers(uid)
                .between(window.from(), window.to())
                .reversed()
                .stream()
                .filter(row -> (to.isPresent() ? row.to() : row.from()).equals(uid))
                .filter(row -> client.isEmpty() || row.clientTranId().equals(client))
                .toList();
        json.writeStartObject();
        json.writeArrayFieldStart("result");
        for (TransferRow row : Pages.page(rows, page, limit)) {
            write(row, asked, json);
        }
        json.writeEndArray();
        json.writeNumberField("totalCount", rows.size());
        json.writeEndObject();
    }

    /** As transfers between accounts name a wallet. */
    static String accountType(String wallet) {
        return wallet.equals(Wallet.FUTURES) ? "USDT_FUTURE" : wallet;
    }

    private static void write(TransferRow row, Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("tranId", row.tranId());
        json.writeStringField("fromEmail", asked.email(row.from()));
        json.writeStringField("toEmail", asked.email(row.to()));
        json.writeStringField("asset", row.asset());
        json.writeStringField("amount", Money.plain(row.amount()));
        json.writeNumberField("createTimeStamp", row.time());
        json.writeStringField("fromAccountType", accountType(row.fromWallet()));
        json.writeStringField("toAccountType", accountType(row.toWallet()));
        json.writeStringField("status", row.success() ? "SUCCESS" : "FAILURE");
        json.writeStringField("clientTranId", row.clientTranId().orElse(""));
        json.writeEndObject();
    }
}
