package recon.storage.execution;

import java.util.List;
import recon.ledger.order.HealedFill;

/**
 * What came of healing trades.
 *
 * @param orders the orders of all trades that are in the book now, as they stand
 * @param fresh the trades that were added
 * @param unplaced the trades of orders that are not in the book: their orders must be sighted first
 */
public record Healed(List<OrderRecord> orders, List<HealedFill> fresh, List<HealedFill> unplaced) {
    public Healed {
        orders = List.copyOf(orders);
        fresh = List.copyOf(fresh);
        unplaced = List.copyOf(unplaced);
    }
}
