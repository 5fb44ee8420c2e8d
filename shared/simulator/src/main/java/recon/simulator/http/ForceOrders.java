package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.futures.OrderState;
import recon.simulator.market.Contract;

/** {@code GET /fapi/v1/forceOrders}: by which orders the exchange closed positions; without a start the last week. */
final class ForceOrders implements Endpoint {
    private static final int WEIGHT = 20;
    private static final int WEIGHT_OF_ALL = 50;
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 100;
    private static final Set<String> TYPES = Set.of("LIQUIDATION", "ADL");

    @Override
    public String path() {
        return "/fapi/v1/forceOrders";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return parameters.has("symbol") ? WEIGHT : WEIGHT_OF_ALL;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "autoCloseType", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Optional<Contract> contract = asked.anyContract();
        Optional<String> type = parameters.text("autoCloseType");
        if (type.isPresent() && !TYPES.contains(type.get())) {
            throw Refusal.invalid("autoCloseType");
        }
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        long to = Math.min(parameters.number("endTime").orElse(asked.now()), asked.now());
        long from = parameters.number("startTime").orElse(to - 7 * Window.DAY_MS);
        if (to < from) {
            throw Refusal.invalid("startTime");
        }
        List<OrderState> rows = asked.contracts().forced().of(asked.account().uid()).between(from, to).stream()
                .filter(row -> type.isEmpty() || row.type().equals(type.get()))
                .flatMap(row -> row.order().at(asked.now()).stream())
                .filter(order -> contract.isEmpty()
                        || order.placement().symbol().equals(contract.get().symbol()))
                .toList();
        json.writeStartArray();
        for (OrderState order : Pages.end(rows, limit, parameters.has("startTime"))) {
            ContractOrderRows.write(order, json);
        }
        json.writeEndArray();
    }
}
