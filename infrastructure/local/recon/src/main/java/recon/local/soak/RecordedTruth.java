package recon.local.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.ledger.order.OrderKey;
import recon.simulator.event.ExecutionReport;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportedExecution;

/** What was recorded against what was told: nothing else, nothing twice, and others know of it. */
final class RecordedTruth {
    private final Map<ReportKey, ExecutionReport> emitted;
    private final Map<ReportKey, ReportedExecution> recorded;
    private final Findings findings;

    RecordedTruth(
            Map<ReportKey, ExecutionReport> emitted, Map<ReportKey, ReportedExecution> recorded, Findings findings) {
        this.emitted = emitted;
        this.recorded = recorded;
        this.findings = findings;
    }

    /** @param told the greatest revision of an order that was told, by the event's id without it */
    void check(Collection<OrderRecord> orders, Map<String, Long> told) {
        recorded.forEach((key, one) -> {
            ExecutionReport truth = emitted.get(key);
            if (truth == null) {
                findings.add("recorded, but never told: " + key);
            } else {
                SameReport.difference(truth, one.execution())
                        .ifPresent(difference -> findings.add("recorded wrongly: " + key + ": " + difference));
            }
        });
        Map<OrderKey, List<ReportedExecution>> byOrder = new HashMap<>();
        recorded.values()
                .forEach(one -> byOrder.computeIfAbsent(one.execution().order(), _ -> new ArrayList<>())
                        .add(one));
        for (OrderRecord order : orders) {
            List<ReportedExecution> its = byOrder.getOrDefault(order.order(), List.of());
            long counted = order.state().kinds().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (counted != its.size()) {
                findings.add(order.order() + " has " + counted + " executions of " + its.size());
            }
            if (order.untold()) {
                findings.add(order.order() + " was not told in its last revision");
            }
            String event = "GenericOrderData#" + order.order().account() + "#"
                    + order.order().symbol() + "#" + order.order().orderId();
            if (told.getOrDefault(event, 0L) != order.revision()) {
                findings.add(event + " was told in revision " + told.get(event) + " of " + order.revision());
            }
        }
    }
}
