package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

/**
 * The signed columns of the daily reconciliation. The first five make the balance: {@code calculated = start + all
 * five}. A debt is counted apart: it is neither part of the balance nor of those five.
 */
public enum Column {
    TRANSFERS_IN(Measure.BALANCE),
    TRANSFERS_OUT(Measure.BALANCE),
    TRADES_IN(Measure.BALANCE),
    TRADES_OUT(Measure.BALANCE),
    FEES(Measure.BALANCE),
    LOAN(Measure.LOAN),
    INTEREST(Measure.INTEREST);

    private final Measure measure;

    Column(Measure measure) {
        this.measure = requireNonNull(measure, "measure is null");
    }

    /** What it changes. */
    public Measure measure() {
        return measure;
    }
}
