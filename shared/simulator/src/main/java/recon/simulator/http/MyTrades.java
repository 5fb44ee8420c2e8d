package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.market.Symbol;
import recon.simulator.world.Timeline;
import recon.simulator.world.TradeRow;

/** {@code GET /api/v3/myTrades}: one symbol, ascending by id; each of the allowed combinations of parameters. */
final class MyTrades implements Endpoint {
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/api/v3/myTrades";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return parameters.has("orderId") ? 5 : 20;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "orderId", "startTime", "endTime", "fromId", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        Timeline<TradeRow> all =
                asked.world().historyUntil(asked.now()).trades(asked.account().uid(), symbol.name());
        json.writeStartArray();
        for (TradeRow row : chosen(asked, all, limit)) {
            write(row, json);
        }
        json.writeEndArray();
    }

    private static List<TradeRow> chosen(Asked asked, Timeline<TradeRow> all, int limit) throws Refusal {
        Parameters parameters = asked.parameters();
        OptionalLong order = parameters.number("orderId");
        OptionalLong from = parameters.number("fromId");
        OptionalLong start = parameters.number("startTime");
        OptionalLong end = parameters.number("endTime");
        boolean timed = start.isPresent() || end.isPresent();
        if (timed && (order.isPresent() || from.isPresent())) {
            throw Refusal.combination();
        }
        if (start.isPresent() && end.isPresent()) {
            Window.checkDay(start.getAsLong(), end.getAsLong());
        }
        List<TradeRow> seen = all.between(start.orElse(0), Math.min(end.orElse(asked.now()), asked.now()));
        if (from.isPresent()) {
            seen = seen.subList(Math.min(all.countBelow(TradeRow::id, from.getAsLong()), seen.size()), seen.size());
        }
        seen = asked.world().sabotages().shown(asked.account(), seen);
        if (order.isPresent()) {
            seen = seen.stream()
                    .filter(row -> row.orderId() == order.getAsLong())
                    .toList();
        }
        return Pages.end(seen, limit, start.isPresent() || from.isPresent());
    }

    private static void write(TradeRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", row.symbol());
        json.writeNumberField("id", row.id());
        json.writeNumberField("orderId", row.orderId());
        json.writeNumberField("orderListId", -1);
        json.writeStringField("price", Money.padded(row.price()));
        json.writeStringField("qty", Money.padded(row.qty()));
        json.writeStringField("quoteQty", Money.padded(row.quoteQty()));
        json.writeStringField("commission", Money.padded(row.commission()));
        json.writeStringField("commissionAsset", row.commissionAsset());
        json.writeNumberField("time", row.time());
        json.writeBooleanField("isBuyer", row.buyer());
        json.writeBooleanField("isMaker", row.maker());
        json.writeBooleanField("isBestMatch", true);
        json.writeEndObject();
    }
}
