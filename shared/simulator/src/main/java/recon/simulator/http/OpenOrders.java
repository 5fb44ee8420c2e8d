package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.event.ExecutionReport;

/** {@code GET /api/v3/openOrders}: of one symbol, or of all. */
final class OpenOrders implements Endpoint {
    private static final int WEIGHT_OF_ONE = 6;
    private static final int WEIGHT_OF_ALL = 80;

    @Override
    public String path() {
        return "/api/v3/openOrders";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return parameters.has("symbol") ? WEIGHT_OF_ONE : WEIGHT_OF_ALL;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<String> symbol = asked.parameters().text("symbol");
        if (symbol.isPresent()) {
            asked.symbol(symbol.get());
        }
        List<ExecutionReport> open =
                asked.world().historyUntil(asked.now()).orders(asked.account().uid()).values().stream()
                        .flatMap(orders -> orders.all().stream())
                        .filter(docket ->
                                symbol.isEmpty() || docket.placement().symbol().equals(symbol.get()))
                        .flatMap(docket -> docket.at(asked.now()).stream())
                        .filter(order -> !order.status().ended())
                        .toList();
        json.writeStartArray();
        for (ExecutionReport order : open) {
            OrderRows.write(order, json);
        }
        json.writeEndArray();
    }
}
