package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import recon.ledger.booking.FuturesIncome;

/**
 * An income row that belongs to no position, whole.
 *
 * @param row the row
 * @param reason why
 */
public record IncomeRemainder(FuturesIncome row, Reason reason) {
    /** Why a row stands in the remainder. */
    public enum Reason {
        /** Its type is the wallet's own business: transfers, rebates, rewards. */
        NOT_OF_A_POSITION,
        /** Its type is not known. */
        UNKNOWN_TYPE,
        /** No fill within an hour has its trade id. */
        NO_SUCH_FILL,
        /** Nothing was open, and nothing within a minute of it. */
        NO_OPEN_POSITION,
        /** A net row of two positions, and the rate by which to share it is not known. */
        RATE_UNKNOWN,
        /** More than one position could have it. */
        AMBIGUOUS;

        /** Whether somebody should look at it. */
        public boolean suspicious() {
            return this != NOT_OF_A_POSITION;
        }
    }

    public IncomeRemainder {
        requireNonNull(row, "row is null");
        requireNonNull(reason, "reason is null");
    }
}
