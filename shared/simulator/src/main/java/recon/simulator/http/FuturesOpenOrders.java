package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.futures.OrderState;
import recon.simulator.market.Contract;

/** {@code GET /fapi/v1/openOrders}: what rests now, in one contract or in all. */
final class FuturesOpenOrders implements Endpoint {
    private static final int WEIGHT_OF_ALL = 40;

    @Override
    public String path() {
        return "/fapi/v1/openOrders";
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
        return Set.of("symbol");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<Contract> contract = asked.anyContract();
        json.writeStartArray();
        for (OrderState order : open(asked)) {
            if (contract.isEmpty()
                    || order.placement().symbol().equals(contract.get().symbol())) {
                ContractOrderRows.write(order, json);
            }
        }
        json.writeEndArray();
    }

    /** The caller's orders that are open now. */
    static List<OrderState> open(Asked asked) {
        return asked.contracts().orders().of(asked.account().uid()).between(0, asked.now()).stream()
                .flatMap(order -> order.at(asked.now()).stream())
                .filter(order -> !order.status().ended())
                .toList();
    }
}
