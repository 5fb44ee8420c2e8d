package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Prevention;
import recon.simulator.market.Symbol;
import recon.simulator.world.Timeline;

/** {@code GET /api/v3/myPreventedMatches}: one match, or those of one order, ascending by id. */
final class MyPreventedMatches implements Endpoint {
    private static final int WEIGHT = 20;
    private static final int WEIGHT_OF_ONE = 2;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    private record Match(ExecutionReport report, Prevention prevention) {
        /** The order that was placed before the match was the one on the book. */
        boolean maker() {
            return report.placement().created() < report.transactionTime();
        }
    }

    @Override
    public String path() {
        return "/api/v3/myPreventedMatches";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return parameters.has("preventedMatchId") ? WEIGHT_OF_ONE : WEIGHT;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "preventedMatchId", "orderId", "fromPreventedMatchId", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        OptionalLong one = parameters.number("preventedMatchId");
        OptionalLong order = parameters.number("orderId");
        OptionalLong from = parameters.number("fromPreventedMatchId");
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        if (one.isPresent() == order.isPresent() || (from.isPresent() && order.isEmpty())) {
            throw Refusal.combination();
        }
        List<Match> matches = all(asked, symbol).stream()
                .filter(match -> one.isEmpty() || match.prevention().matchId() == one.getAsLong())
                .filter(match -> order.isEmpty() || match.report().orderId() == order.getAsLong())
                .filter(match -> match.prevention().matchId() >= from.orElse(0))
                .sorted(Comparator.comparingLong(match -> match.prevention().matchId()))
                .toList();
        json.writeStartArray();
        for (Match match : Pages.end(matches, limit, true)) {
            write(match, json);
        }
        json.writeEndArray();
    }

    private static List<Match> all(Asked asked, Symbol symbol) {
        return asked
                .world()
                .historyUntil(asked.now())
                .orders(asked.account().uid())
                .getOrDefault(symbol.name(), Timeline.empty())
                .all()
                .stream()
                .flatMap(docket -> docket.reports(asked.now()).stream())
                .flatMap(report -> report.prevention().stream().map(prevention -> new Match(report, prevention)))
                .toList();
    }

    private static void write(Match match, JsonGenerator json) throws IOException {
        Prevention prevention = match.prevention();
        long own = match.report().orderId();
        json.writeStartObject();
        json.writeStringField("symbol", match.report().symbol());
        json.writeNumberField("preventedMatchId", prevention.matchId());
        json.writeNumberField("takerOrderId", match.maker() ? prevention.counterOrderId() : own);
        json.writeStringField("makerSymbol", match.report().symbol());
        json.writeNumberField("makerOrderId", match.maker() ? own : prevention.counterOrderId());
        json.writeNumberField("tradeGroupId", prevention.tradeGroupId());
        json.writeStringField(
                "selfTradePreventionMode", match.report().placement().preventionMode());
        json.writeStringField("price", Money.padded(prevention.price()));
        json.writeStringField(
                match.maker() ? "makerPreventedQuantity" : "takerPreventedQuantity",
                Money.padded(prevention.quantity()));
        json.writeNumberField("transactTime", match.report().transactionTime());
        json.writeEndObject();
    }
}
