package recon.local.soak;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import recon.ledger.order.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;

/**
 * Whether an execution is what the exchange told. Words that {@code UNKNOWN_VALUES} replaces on its way (type, time in
 * force, prevention mode, reason) are left out.
 */
final class SameReport {
    private SameReport() {}

    /** In what they differ, if they do. */
    static Optional<String> difference(ExecutionReport truth, Execution ours) {
        Differences differences = new Differences();
        differences.same("order", truth.orderId(), ours.order().orderId());
        differences.same("kind", truth.execution().name(), ours.kind());
        differences.same("status", truth.status().name(), ours.status());
        differences.same("time", Instant.ofEpochMilli(truth.transactionTime()), ours.time());
        differences.same("quantity", truth.quantity(), ours.terms().quantity());
        differences.same("filled", truth.filled(), ours.filled().quantity());
        differences.same("filled quote", truth.quoteFilled(), ours.filled().quoteQuantity());
        differences.same("trade", truth.fill().map(Fill::tradeId), ours.fill().tradeId());
        differences.same("last", of(truth, Fill::quantity), ours.fill().quantity());
        differences.same(
                "last quote", of(truth, Fill::quoteQuantity), ours.fill().quoteQuantity());
        differences.same("fee", of(truth, Fill::commission), ours.fill().fee());
        if (ours.fill().fee().signum() != 0) {
            differences.same(
                    "fee asset",
                    truth.fill().map(Fill::commissionAsset).orElse(""),
                    ours.fill().feeAsset());
        }
        return differences.text();
    }

    private interface Amount {
        BigDecimal of(Fill fill);
    }

    private static BigDecimal of(ExecutionReport report, Amount amount) {
        return report.fill().map(amount::of).orElse(BigDecimal.ZERO);
    }
}
