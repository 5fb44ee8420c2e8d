package recon.stream.delivery;

import java.util.Optional;
import recon.stream.report.Report;
import recon.stream.watermark.Coverage;

/**
 * A report on its way, and what has to be told once it has arrived.
 *
 * @param report the report
 * @param coverage whose watermark waits for it; empty where an earlier process received it
 * @param ticket what the spool wants to hear of; {@link #NEVER_SPOOLED} if it was not there
 */
record Parcel(Report report, Optional<Coverage> coverage, long ticket) {
    static final long NEVER_SPOOLED = -1;

    static Parcel of(Report report, Coverage coverage) {
        return new Parcel(report, Optional.of(coverage), NEVER_SPOOLED);
    }

    boolean spooled() {
        return ticket != NEVER_SPOOLED;
    }
}
