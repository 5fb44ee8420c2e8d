package recon.stream.connection;

import recon.stream.report.Report;
import recon.stream.watermark.Coverage;

/** Takes the reports that connections receive. */
public interface Intake {
    /**
     * Takes a report.
     *
     * @return false if there is no place for it: it is not taken, and receiving has to end
     */
    boolean take(long now, Report report, Coverage coverage);
}
