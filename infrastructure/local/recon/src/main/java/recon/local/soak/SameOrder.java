package recon.local.soak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.ledger.order.OrderState;
import recon.simulator.event.ExecutionReport;
import recon.storage.execution.OrderRecord;

/** Whether an order stands in the books as it stands at the exchange. */
final class SameOrder {
    private SameOrder() {}

    /** In what they differ, if they do. */
    static Optional<String> difference(ExecutionReport truth, @Nullable OrderRecord ours) {
        if (ours == null) {
            return Optional.of("it is not known");
        }
        OrderState state = ours.state();
        Differences differences = new Differences();
        differences.same("status", truth.status().name(), state.latest().status());
        differences.same("quantity", truth.quantity(), state.latest().terms().quantity());
        differences.same("filled", truth.filled(), state.filled().quantity());
        differences.same("filled quote", truth.quoteFilled(), state.filled().quoteQuantity());
        differences.same("sum of trades", truth.filled(), state.seenQuantity());
        return differences.text();
    }
}
