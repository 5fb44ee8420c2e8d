package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.futures.OrderState;
import recon.simulator.market.Contract;
import recon.simulator.world.Stages;

/**
 * {@code GET /fapi/v1/allOrders}: one contract or all, ascending by creation; the oldest from an id of one contract on, or
 * the newest of less than a week. What was not filled is forgotten after three days, the rest after three months.
 */
final class FuturesOrders implements Endpoint {
    private static final int WEIGHT = 5;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/fapi/v1/allOrders";
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
        Optional<Contract> contract = asked.anyContract();
        OptionalLong from = parameters.number("orderId");
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        if (from.isPresent() && contract.isEmpty()) {
            throw Refusal.combination();
        }
        Window window = from.isPresent() ? new Window(0, asked.now()) : Window.week(asked, false);
        List<OrderState> rows =
                asked.contracts().orders().of(asked.account().uid()).between(window.from(), window.to()).stream()
                        .map(order -> shown(order, asked.now()))
                        .filter(order -> ContractOrderRows.kept(order, asked.now()))
                        .filter(order -> contract.isEmpty()
                                || order.placement()
                                        .symbol()
                                        .equals(contract.get().symbol()))
                        .filter(order -> order.placement().orderId() >= from.orElse(0))
                        .toList();
        json.writeStartArray();
        for (OrderState order : Pages.end(rows, limit, from.isPresent())) {
            ContractOrderRows.write(order, json);
        }
        json.writeEndArray();
    }

    private static OrderState shown(Stages<OrderState> order, long now) {
        return order.at(now).orElseThrow();
    }
}
