package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.world.WithdrawalRow;

/** {@code GET /sapi/v1/capital/withdraw/history}: by apply time, newest first; ten calls a second and account. */
final class WithdrawHistory implements Endpoint {
    private static final int LARGEST_LIMIT = 1_000;
    private static final int MOST_IDS = 45;
    private static final int COMPLETED = 6;
    private static final int REJECTED = 3;
    private static final long SPAN_MS = 90 * Window.DAY_MS;
    private static final long SPAN_BY_ORDER_MS = 7 * Window.DAY_MS;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String path() {
        return "/sapi/v1/capital/withdraw/history";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Charge charge() {
        return Charge.SAPI_UID;
    }

    @Override
    public int weight(Parameters parameters) {
        return 18_000;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("coin", "withdrawOrderId", "status", "offset", "limit", "idList", "startTime", "endTime");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Optional<String> order = parameters.text("withdrawOrderId");
        Window window = Window.within(asked, order.isPresent() ? SPAN_BY_ORDER_MS : SPAN_MS, DepositHistory::tooLong);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, LARGEST_LIMIT);
        long offset = parameters.number("offset").orElse(0);
        OptionalLong status = parameters.number("status");
        Optional<String> coin = parameters.text("coin");
        List<String> ids = parameters
                .text("idList")
                .map(list -> List.of(list.split(",", -1)))
                .orElse(List.of());
        if (ids.size() > MOST_IDS) {
            throw Refusal.invalid("idList");
        }
        List<WithdrawalRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .withdrawals(asked.account().uid())
                .between(window.from(), window.to())
                .reversed()
                .stream()
                .filter(row -> order.isEmpty() || row.withdrawOrderId().equals(order))
                .filter(row -> status.isEmpty() || row.status(asked.now()) == status.getAsLong())
                .filter(row -> coin.isEmpty() || row.coin().equals(coin.get()))
                .filter(row -> ids.isEmpty() || ids.contains(row.id()))
                .toList();
        json.writeStartArray();
        for (WithdrawalRow row : Pages.cut(rows, offset, limit)) {
            write(row, asked.now(), json);
        }
        json.writeEndArray();
    }

    private static void write(WithdrawalRow row, long now, JsonGenerator json) throws IOException {
        int status = row.status(now);
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("amount", Money.plain(row.amount()));
        json.writeStringField("transactionFee", Money.plain(row.fee()));
        json.writeStringField("coin", row.coin());
        json.writeNumberField("status", status);
        json.writeStringField("address", row.address());
        json.writeStringField("txId", status == COMPLETED ? row.txId() : "");
        json.writeStringField("applyTime", seconds(row.applyTime()));
        if (row.network().isPresent()) {
            json.writeStringField("network", row.network().get());
        }
        json.writeNumberField("transferType", 0);
        if (row.withdrawOrderId().isPresent()) {
            json.writeStringField("withdrawOrderId", row.withdrawOrderId().get());
        }
        json.writeStringField(
                "info", status == REJECTED ? "The address could not be verified. Please contact support." : "");
        json.writeNumberField("confirmNo", status == COMPLETED ? 3 : 0);
        json.writeNumberField("walletType", 0);
        json.writeStringField("txKey", "");
        if (status == COMPLETED) {
            json.writeStringField("completeTime", seconds(row.decidedAt()));
        }
        json.writeEndObject();
    }

    private static String seconds(long ms) {
        return SECONDS.format(Instant.ofEpochMilli(ms));
    }
}
