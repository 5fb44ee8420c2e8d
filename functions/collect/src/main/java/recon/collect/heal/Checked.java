package recon.collect.heal;

import java.util.List;
import recon.ledger.order.OrderKey;

/**
 * What came of checking a page of orders.
 *
 * @param lost how many reports are lost, and named
 * @param doubtful the orders whose amendments have to be asked for, to know whether a report of one is lost; no more than
 *     the page has orders, in its order
 */
public record Checked(int lost, List<OrderKey> doubtful) {
    public Checked {
        doubtful = List.copyOf(doubtful);
    }
}
