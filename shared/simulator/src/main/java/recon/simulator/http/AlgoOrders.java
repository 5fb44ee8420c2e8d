package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.futures.AlgoState;
import recon.simulator.market.Contract;

/**
 * {@code GET /fapi/v1/allAlgoOrders}: conditional orders of one contract, ascending by id; the oldest from an id on, or the
 * newest of less than a week. What was not triggered is forgotten after three days, the rest after three months.
 */
final class AlgoOrders implements Endpoint {
    private static final int WEIGHT = 5;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/fapi/v1/allAlgoOrders";
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
        return Set.of("symbol", "algoId", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Contract contract = asked.contract();
        OptionalLong from = parameters.number("algoId");
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        Window window = from.isPresent() ? new Window(0, asked.now()) : Window.week(asked, false);
        List<AlgoState> rows =
                asked.contracts().algos().of(asked.account().uid()).between(window.from(), window.to()).stream()
                        .flatMap(order -> order.at(asked.now()).stream())
                        .filter(order -> AlgoOrderRows.kept(order, asked.now()))
                        .filter(order -> order.placement().symbol().equals(contract.symbol()))
                        .filter(order -> order.placement().algoId() >= from.orElse(0))
                        .toList();
        json.writeStartArray();
        for (AlgoState order : Pages.end(rows, limit, from.isPresent())) {
            AlgoOrderRows.write(order, json);
        }
        json.writeEndArray();
    }
}
