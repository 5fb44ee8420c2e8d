package recon.storage.execution;

import java.time.Instant;
import java.util.List;

/** Execution reports as they came, kept for good: all else can be derived from them again. */
public interface ReportArchive {
    /** The source under which they stand. */
    String SOURCE = "execution-reports";

    /**
     * Keeps the messages as one object; the same messages again are the same object.
     *
     * @param reports at least one, in the order in which they are then referred to
     * @param now stands in for the time of receipt where no message has one
     * @return the key of the object
     */
    String put(List<QueuedReport> reports, Instant now);

    /** The messages of an object, in their order. */
    List<QueuedReport> read(String key);

    /** The bytes of a report that the queue did not take, and that {@link RefusedReports} kept. */
    byte[] report(String key);
}
