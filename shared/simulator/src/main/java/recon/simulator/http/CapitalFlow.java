package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.world.FlowRow;

/**
 * {@code GET /sapi/v1/margin/capital-flow}: all movements of one margin wallet in the last 90 days. From an id on (the id
 * itself left out) ascending, else the newest first.
 */
final class CapitalFlow implements Endpoint {
    private static final int WEIGHT = 100;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;
    private static final long SPAN_MS = 7 * Window.DAY_MS;
    private static final long DEPTH_MS = 90 * Window.DAY_MS;

    /** The types that the exchange lists. */
    private static final Set<String> TYPES = Set.of(
            "TRANSFER",
            "BORROW",
            "REPAY",
            "BUY_INCOME",
            "BUY_EXPENSE",
            "SELL_INCOME",
            "SELL_EXPENSE",
            "TRADING_COMMISSION",
            "BUY_LIQUIDATION",
            "SELL_LIQUIDATION",
            "REPAY_LIQUIDATION",
            "OTHER_LIQUIDATION",
            "LIQUIDATION_FEE",
            "SMALL_BALANCE_CONVERT",
            "COMMISSION_RETURN",
            "SMALL_CONVERT");

    @Override
    public String path() {
        return "/sapi/v1/margin/capital-flow";
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
        return Set.of("asset", "symbol", "type", "startTime", "endTime", "fromId", "limit");
    }

    static Refusal tooLong() {
        return Refusal.of(-4047, "The time interval must be within 0-7 days");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Optional<String> asset = parameters.text("asset");
        Optional<String> type = parameters.text("type");
        if (type.isPresent() && !TYPES.contains(type.get())) {
            throw Refusal.invalid("type");
        }
        String pair = parameters.has("symbol") ? asked.symbol().name() : "";
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        OptionalLong fromId = parameters.number("fromId");
        boolean timed = parameters.has("startTime") || parameters.has("endTime");
        Window window = fromId.isPresent() && !timed
                ? new Window(0, asked.now())
                : Window.upTo(asked, SPAN_MS, SPAN_MS, CapitalFlow::tooLong);
        List<FlowRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .flows()
                .of(asked.account().uid())
                .between(Math.max(window.from(), asked.now() - DEPTH_MS), window.to())
                .stream()
                .filter(row -> fromId.isEmpty() || row.id() > fromId.getAsLong())
                .filter(row -> row.pair().equals(pair))
                .filter(row -> asset.isEmpty() || row.asset().equals(asset.get()))
                .filter(row -> type.isEmpty() || row.type().equals(type.get()))
                .toList();
        boolean signed = asked.world().switches().wallets().capitalFlowSigned();
        json.writeStartArray();
        for (FlowRow row : Pages.end(fromId.isPresent() ? rows : rows.reversed(), limit, true)) {
            write(row, signed ? row.amount() : row.amount().abs(), json);
        }
        json.writeEndArray();
    }

    private static void write(FlowRow row, BigDecimal amount, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", row.id());
        json.writeNumberField("tranId", row.tranId());
        json.writeNumberField("timestamp", row.time());
        json.writeStringField("asset", row.asset());
        json.writeStringField("symbol", row.pair());
        json.writeStringField("type", row.type());
        json.writeStringField("amount", Money.plain(amount));
        json.writeStringField("note", "");
        json.writeEndObject();
    }
}
