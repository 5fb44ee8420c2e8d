package recon.local.replay;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import recon.resync.handler.ReplayStatus;
import recon.resync.replay.Counts;

/**
 * What a person reads of a replay.
 *
 * @param status how it ended
 * @param comparison of the reports, where it went into empty books
 */
record ReplaySummary(ReplayStatus status, Optional<ReportComparison> comparison) {
    /** More are only counted. */
    private static final int MOST_NAMED = 10;

    ReplaySummary {
        requireNonNull(status, "status is null");
        requireNonNull(comparison, "comparison is null");
    }

    /** Whether everything could be read, and the books are, or come to, what they were. */
    boolean clean() {
        return status.failed() == 0
                && status.notDone().isEmpty()
                && comparison
                        .map(compared -> compared.different().isEmpty() && compared.equal() > 0)
                        .orElse(status.total(Counts.RESTORED) == 0);
    }

    void print(PrintWriter out) {
        out.printf(
                "%,d archived objects of %s to %s were read: %,d refused by the exchange, %,d asked for once more,"
                        + " %,d damaged.%n",
                status.total(Counts.OBJECTS),
                status.from(),
                status.to(),
                status.total(Counts.REFUSED),
                status.total(Counts.ASKED_AGAIN),
                status.total(Counts.DAMAGED));
        status.notDone().forEach(task -> out.println("not done: " + task.task() + ": " + task.reason()));
        comparison.ifPresentOrElse(compared -> compared(compared, out), () -> inPlace(out));
        out.flush();
    }

    private void inPlace(PrintWriter out) {
        long restored = status.total(Counts.RESTORED);
        if (restored == 0) {
            out.println("The books say what the archive says: nothing was changed.");
        } else {
            out.printf(
                    "%,d entries were missing in the books or stood there otherwise, and were written; what was closed"
                            + " from then on was closed again (%,d times).%n",
                    restored, status.total(Counts.CLOSED));
        }
    }

    private void compared(ReportComparison compared, PrintWriter out) {
        List<String> different = compared.different();
        out.printf(
                "%,d entries were written from the archive alone, and days were closed %,d times.%n",
                status.total(Counts.RESTORED), status.total(Counts.CLOSED));
        out.printf(
                "%,d of %,d report files are the same byte for byte.%n",
                compared.equal(), compared.equal() + different.size());
        different.stream().limit(MOST_NAMED).forEach(name -> out.println("different: " + name));
        if (different.size() > MOST_NAMED) {
            out.printf("and %,d more%n", different.size() - MOST_NAMED);
        }
    }
}
