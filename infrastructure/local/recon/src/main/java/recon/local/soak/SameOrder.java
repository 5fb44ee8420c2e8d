package recon.local.soak;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import recon.ledger.order.OrderState;
import recon.simulator.event.ExecutionReport;
import recon.storage.execution.OrderRecord;

/** Whether an order stands in the books as it stands at the exchange. */
final class SameOrder {
    private SameOrder() {}

    /**
     * In what they differ, if they do.
     *
     * @param fees what its fills cost, by asset
     */
    static Optional<String> difference(
            ExecutionReport truth, Map<String, BigDecimal> fees, Optional<OrderRecord> ours) {
        if (ours.isEmpty()) {
            return Optional.of("it is not known");
        }
        OrderState state = ours.get().state();
        Differences differences = new Differences();
        differences.same("status", truth.status().name(), state.standing().status());
        differences.same("quantity", truth.quantity(), state.standing().terms().quantity());
        differences.same("filled", truth.filled(), state.filled().quantity());
        differences.same("filled quote", truth.quoteFilled(), state.filled().quoteQuantity());
        differences.same("sum of trades", truth.filled(), state.seenQuantity());
        differences.same("fees", plain(fees), plain(state.fees()));
        return differences.text();
    }

    private static Map<String, String> plain(Map<String, BigDecimal> amounts) {
        Map<String, String> plain = new TreeMap<>();
        amounts.forEach(
                (asset, amount) -> plain.put(asset, amount.stripTrailingZeros().toPlainString()));
        return plain;
    }
}
