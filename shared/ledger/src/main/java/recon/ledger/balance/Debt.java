package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is owed of one asset in one wallet on one closed day: a loan, or its interest. Positive is owed, in units of the
 * asset.
 *
 * @param start at the start of the day
 * @param calculated what should be owed at its end: start and what was borrowed, accrued and paid back
 * @param actual what our capture says was owed; empty where there is none
 * @param cause why the two differ, as far as the books can tell; the empty text when they agree
 */
public record Debt(BigDecimal start, BigDecimal calculated, Optional<BigDecimal> actual, String cause) {
    /** Nothing is owed and nothing was. */
    public static final Debt NONE = new Debt(BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), "");

    public Debt {
        requireNonNull(start, "start is null");
        requireNonNull(calculated, "calculated is null");
        requireNonNull(actual, "actual is null");
        requireNonNull(cause, "cause is null");
    }

    /** A debt, {@link #NONE} where all that is known of it is zero. */
    public static Debt of(BigDecimal start, BigDecimal calculated, Optional<BigDecimal> actual, String cause) {
        boolean none = start.signum() == 0
                && calculated.signum() == 0
                && actual.filter(owed -> owed.signum() != 0).isEmpty();
        return none ? NONE : new Debt(start, calculated, actual, cause);
    }

    /** Whether nothing is known to be owed. */
    public boolean none() {
        return equals(NONE);
    }

    /** What is owed when the next day begins: the actual debt, else the calculated one. */
    public BigDecimal carried() {
        return actual.orElse(calculated);
    }

    /** The plan's variance: actual - calculated; empty as long as actual is. */
    public Optional<BigDecimal> variance() {
        return actual.map(owed -> owed.subtract(calculated));
    }

    /** Whether the actual debt is known and differs from the calculated one, by any digit. */
    public boolean varies() {
        return variance().filter(difference -> difference.signum() != 0).isPresent();
    }
}
