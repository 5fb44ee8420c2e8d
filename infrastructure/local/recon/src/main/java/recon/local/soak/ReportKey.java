package recon.local.soak;

import java.util.Comparator;
import recon.ledger.order.Execution;
import recon.simulator.event.ExecutionReport;

/** What tells one report from another. */
record ReportKey(String account, String symbol, long executionId) implements Comparable<ReportKey> {
    private static final Comparator<ReportKey> ORDER = Comparator.comparing(ReportKey::account)
            .thenComparing(ReportKey::symbol)
            .thenComparingLong(ReportKey::executionId);

    static ReportKey of(String uid, ExecutionReport report) {
        return new ReportKey(uid, report.symbol(), report.executionId());
    }

    static ReportKey of(Execution execution) {
        return new ReportKey(execution.order().account(), execution.order().symbol(), execution.executionId());
    }

    @Override
    public int compareTo(ReportKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return account + " " + symbol + " " + executionId;
    }
}
