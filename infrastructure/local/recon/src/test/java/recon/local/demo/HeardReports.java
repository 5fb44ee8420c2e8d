package recon.local.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.order.Execution;
import recon.ledger.order.Fill;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderTerms;
import recon.ledger.order.Prevention;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Placement;
import recon.storage.execution.ReportedExecution;

/** What the simulated exchange reports, as if it had been heard and recorded; the assets of a symbol do not matter here. */
final class HeardReports {
    private HeardReports() {}

    static ReportedExecution heard(String account, ExecutionReport report) {
        Execution execution = new Execution(
                new OrderKey(account, report.symbol(), report.orderId()),
                report.executionId(),
                report.execution().name(),
                report.status().name(),
                Instant.ofEpochMilli(report.transactionTime()),
                terms(report),
                report.fill()
                        .map(fill -> new Fill(
                                fill.quantity(),
                                fill.quoteQuantity(),
                                fill.price(),
                                fill.commission(),
                                fill.commissionAsset(),
                                Optional.of(fill.tradeId()),
                                fill.maker()))
                        .orElseGet(() -> new Fill(
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                "",
                                Optional.empty(),
                                false)),
                new Filled(report.filled(), report.quoteFilled()),
                report.prevention()
                        .map(one -> new Prevention(one.quantity(), one.quantity(), one.quoteQuantity()))
                        .orElse(Prevention.NONE),
                "",
                report.expiryReason().orElse(""),
                Map.of());
        Instant sent = Instant.ofEpochMilli(report.eventTime());
        return new ReportedExecution(execution, "BASE", "QUOTE", sent, sent, new RawRef("heard", 0));
    }

    private static OrderTerms terms(ExecutionReport report) {
        Placement order = report.placement();
        return new OrderTerms(
                report.orderName(),
                order.listId() < 0 ? Optional.empty() : Optional.of(order.listId()),
                order.buy() ? "BUY" : "SELL",
                order.type(),
                order.timeInForce(),
                report.quantity(),
                order.price(),
                order.stopPrice(),
                BigDecimal.ZERO,
                order.quoteQuantity(),
                Instant.ofEpochMilli(order.created()),
                report.workingTime().isPresent()
                        ? Optional.of(Instant.ofEpochMilli(report.workingTime().getAsLong()))
                        : Optional.empty());
    }
}
