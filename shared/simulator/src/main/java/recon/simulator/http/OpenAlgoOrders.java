package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.futures.AlgoState;
import recon.simulator.market.Contract;

/** {@code GET /fapi/v1/openAlgoOrders}: conditional orders that wait, in one contract or in all. */
final class OpenAlgoOrders implements Endpoint {
    private static final int WEIGHT_OF_ALL = 40;

    @Override
    public String path() {
        return "/fapi/v1/openAlgoOrders";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return parameters.has("symbol") ? 1 : WEIGHT_OF_ALL;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("algoType", "symbol", "algoId");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<Contract> contract = asked.anyContract();
        OptionalLong id = asked.parameters().number("algoId");
        List<AlgoState> rows = asked.contracts().algos().of(asked.account().uid()).between(0, asked.now()).stream()
                .flatMap(order -> order.at(asked.now()).stream())
                .filter(order -> order.status() == AlgoState.Status.NEW)
                .filter(order -> contract.isEmpty()
                        || order.placement().symbol().equals(contract.get().symbol()))
                .filter(order -> id.isEmpty() || order.placement().algoId() == id.getAsLong())
                .toList();
        json.writeStartArray();
        for (AlgoState order : rows) {
            AlgoOrderRows.write(order, json);
        }
        json.writeEndArray();
    }
}
