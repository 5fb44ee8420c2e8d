package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.event.ExecutionReport;
import recon.simulator.market.Symbol;
import recon.simulator.world.Docket;
import recon.simulator.world.Timeline;

/** {@code GET /api/v3/allOrders}: one symbol, ascending by order id; from an id on, or by creation. */
final class AllOrders implements Endpoint {
    private static final int WEIGHT = 20;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/api/v3/allOrders";
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
        return Set.of("symbol", "orderId", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        Timeline<Docket> all = asked.world()
                .historyUntil(asked.now())
                .orders(asked.account().uid())
                .getOrDefault(symbol.name(), Timeline.empty());
        json.writeStartArray();
        for (ExecutionReport order : chosen(asked, all, limit)) {
            OrderRows.write(order, json);
        }
        json.writeEndArray();
    }

    private static List<ExecutionReport> chosen(Asked asked, Timeline<Docket> all, int limit) throws Refusal {
        OptionalLong from = asked.parameters().number("orderId");
        OptionalLong start = asked.parameters().number("startTime");
        OptionalLong end = asked.parameters().number("endTime");
        if (start.isPresent() && end.isPresent()) {
            Window.checkDay(start.getAsLong(), end.getAsLong());
        }
        List<ExecutionReport> seen =
                all.between(start.orElse(0), Math.min(end.orElse(asked.now()), asked.now())).stream()
                        .filter(docket -> docket.placement().orderId() >= from.orElse(0))
                        .flatMap(docket -> docket.at(asked.now()).stream())
                        .filter(order -> OrderRows.shown(order, asked.now()))
                        .toList();
        return Pages.end(seen, limit, start.isPresent() || from.isPresent());
    }
}
