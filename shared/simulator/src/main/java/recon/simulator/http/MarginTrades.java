package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.market.Symbol;
import recon.simulator.world.MarginTrade;
import recon.simulator.world.TradeRow;

/** {@code GET /sapi/v1/margin/myTrades}: one symbol in one wallet, ascending; a day at most, or from an id on. */
final class MarginTrades implements Endpoint {
    private static final int WEIGHT = 10;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/sapi/v1/margin/myTrades";
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
        return Set.of("symbol", "isIsolated", "orderId", "startTime", "endTime", "fromId", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        String pair = parameters.flag("isIsolated") ? symbol.name() : "";
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        OptionalLong order = parameters.number("orderId");
        OptionalLong fromId = parameters.number("fromId");
        Window window = window(asked, fromId);
        List<TradeRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .marginTrades()
                .of(asked.account().uid())
                .between(window.from(), window.to())
                .stream()
                .filter(row -> row.pair().equals(pair))
                .map(MarginTrade::trade)
                .filter(row -> row.symbol().equals(symbol.name()))
                .filter(row -> fromId.isEmpty() || row.id() >= fromId.getAsLong())
                .filter(row -> order.isEmpty() || row.orderId() == order.getAsLong())
                .toList();
        json.writeStartArray();
        for (TradeRow row : Pages.end(rows, limit, true)) {
            write(row, !pair.isEmpty(), json);
        }
        json.writeEndArray();
    }

    private static Window window(Asked asked, OptionalLong fromId) throws Refusal {
        OptionalLong start = asked.parameters().number("startTime");
        OptionalLong end = asked.parameters().number("endTime");
        if (fromId.isPresent()) {
            if (start.isPresent() || end.isPresent()) {
                throw Refusal.combination();
            }
            return new Window(0, asked.now());
        }
        long to = end.orElse(start.isPresent() ? start.getAsLong() + Window.DAY_MS - 1 : asked.now());
        long from = start.orElse(to - Window.DAY_MS + 1);
        if (to < from) {
            throw Refusal.combination();
        }
        if (to - from >= Window.DAY_MS) {
            throw Refusal.of(-1127, "More than 24 hours between startTime and endTime.");
        }
        return new Window(from, Math.min(to, asked.now()));
    }

    private static void write(TradeRow row, boolean isolated, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", row.symbol());
        json.writeNumberField("id", row.id());
        json.writeNumberField("orderId", row.orderId());
        json.writeStringField("price", Money.padded(row.price()));
        json.writeStringField("qty", Money.padded(row.qty()));
        json.writeStringField("commission", Money.padded(row.commission()));
        json.writeStringField("commissionAsset", row.commissionAsset());
        json.writeNumberField("time", row.time());
        json.writeBooleanField("isBuyer", row.buyer());
        json.writeBooleanField("isMaker", row.maker());
        json.writeBooleanField("isBestMatch", true);
        json.writeBooleanField("isIsolated", isolated);
        json.writeEndObject();
    }
}
