package recon.storage.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.ledger.order.OrderKey;

/**
 * What came of adding executions.
 *
 * @param orders the orders that all their executions are in now, as they stand; also those that had them before
 * @param fresh how many executions were new
 * @param repeated how many were there before, or came twice in one call
 * @param differing executions under an id that another execution has: the first one stays
 * @param contended orders that others were writing all the time: the same again may work later
 * @param refused orders that the store cannot hold, and why: the same again will not work
 */
public record Added(
        List<OrderRecord> orders,
        int fresh,
        int repeated,
        List<ReportedExecution> differing,
        Set<OrderKey> contended,
        Map<OrderKey, String> refused) {
    public Added {
        orders = List.copyOf(orders);
        differing = List.copyOf(differing);
        contended = Set.copyOf(contended);
        refused = Map.copyOf(refused);
    }
}
