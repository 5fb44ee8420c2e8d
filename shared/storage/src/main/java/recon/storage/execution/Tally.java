package recon.storage.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.ledger.order.OrderKey;

/** Counts what comes of adding executions. */
final class Tally {
    private final int reported;
    private final Map<OrderKey, OrderRecord> orders = new LinkedHashMap<>();
    private final List<ReportedExecution> differing = new ArrayList<>();
    private final Set<OrderKey> contended = new HashSet<>();
    private final Map<OrderKey, String> refused = new HashMap<>();
    private int fresh;
    private int failed;

    Tally(int reported) {
        this.reported = reported;
    }

    void added(OrderRecord order, int executions) {
        orders.put(order.order(), order);
        fresh += executions;
    }

    void differs(ReportedExecution one) {
        differing.add(one);
    }

    void contended(Pass.Slice slice) {
        contended.add(slice.order());
        fail(slice);
    }

    void refused(Pass.Slice slice, String reason) {
        refused.put(slice.order(), reason);
        fail(slice);
    }

    boolean failed(OrderKey order) {
        return contended.contains(order) || refused.containsKey(order);
    }

    Added added() {
        return new Added(List.copyOf(orders.values()), fresh, reported - fresh - failed, differing, contended, refused);
    }

    private void fail(Pass.Slice slice) {
        orders.remove(slice.order());
        failed += slice.executions().size();
    }
}
