package recon.stream.spool;

import java.util.List;
import recon.stream.report.Report;

/** A bounded store that survives the process. First in, first out; what is not done when the process ends comes again. */
public interface Spool {
    /**
     * Keeps a report.
     *
     * @return false if it is full or cannot be written to: the report is not kept
     */
    boolean append(Report report);

    /** Takes the oldest reports that were not taken yet. */
    List<Spooled> take(int most);

    /** A report that was taken is in the queue: one more of its ticket. */
    void done(long ticket);

    /** Whether there are reports to take. */
    boolean hasMore();

    /** What it keeps, in bytes. */
    long bytes();

    /**
     * A report that was taken.
     *
     * @param report as it was appended
     * @param ticket for {@link Spool#done}, 0 or more
     */
    record Spooled(Report report, long ticket) {}
}
