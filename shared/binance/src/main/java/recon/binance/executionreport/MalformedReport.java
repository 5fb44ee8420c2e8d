package recon.binance.executionreport;

/** Bytes that are no execution report, or one that lacks what every report has. */
public final class MalformedReport extends RuntimeException {
    /** @param reason what is wrong, for people, without amounts */
    public MalformedReport(String reason) {
        super(reason);
    }
}
