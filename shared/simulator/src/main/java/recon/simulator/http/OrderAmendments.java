package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.market.Symbol;
import recon.simulator.world.Docket;
import recon.simulator.world.Timeline;

/** {@code GET /api/v3/order/amendments}: how the quantity of one order was lowered, ascending by execution id. */
final class OrderAmendments implements Endpoint {
    private static final int WEIGHT = 4;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    private record Amendment(ExecutionReport report, BigDecimal before) {}

    @Override
    public String path() {
        return "/api/v3/order/amendments";
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
        return Set.of("symbol", "orderId", "fromExecutionId", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        parameters.mandatory("orderId");
        long order = parameters.number("orderId").orElseThrow();
        long from = parameters.number("fromExecutionId").orElse(0);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        List<Amendment> amendments = amendments(docket(asked, symbol, order).reports(asked.now())).stream()
                .filter(amendment -> amendment.report().executionId() >= from)
                .toList();
        json.writeStartArray();
        for (Amendment amendment : Pages.end(amendments, limit, true)) {
            write(amendment, json);
        }
        json.writeEndArray();
    }

    private static Docket docket(Asked asked, Symbol symbol, long order) throws Refusal {
        return asked
                .world()
                .historyUntil(asked.now())
                .orders(asked.account().uid())
                .getOrDefault(symbol.name(), Timeline.empty())
                .all()
                .stream()
                .filter(docket -> docket.placement().orderId() == order)
                .filter(docket -> docket.at(asked.now())
                        .filter(report -> OrderRows.shown(report, asked.now()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.of(-2013, "Order does not exist."));
    }

    private static List<Amendment> amendments(List<ExecutionReport> reports) {
        List<Amendment> amendments = new ArrayList<>();
        BigDecimal quantity = BigDecimal.ZERO;
        for (ExecutionReport report : reports) {
            if (report.execution() == Execution.REPLACED) {
                amendments.add(new Amendment(report, quantity));
            }
            quantity = report.quantity();
        }
        return amendments;
    }

    private static void write(Amendment amendment, JsonGenerator json) throws IOException {
        ExecutionReport report = amendment.report();
        json.writeStartObject();
        json.writeStringField("symbol", report.symbol());
        json.writeNumberField("orderId", report.orderId());
        json.writeNumberField("executionId", report.executionId());
        json.writeStringField("origClientOrderId", report.originalClientOrderId());
        json.writeStringField("newClientOrderId", report.clientOrderId());
        json.writeStringField("origQty", Money.padded(amendment.before()));
        json.writeStringField("newQty", Money.padded(report.quantity()));
        json.writeNumberField("time", report.transactionTime());
        json.writeEndObject();
    }
}
