package recon.ledger.match;

import static java.util.Objects.requireNonNull;

/**
 * A leg of an internal transfer whose counterpart is not in the books.
 *
 * @param leg the one that stands alone
 * @param reason why, as far as it is known
 */
public record UnmatchedLeg(InternalLeg leg, Reason reason) {
    /** Why a leg stands alone. */
    public enum Reason {
        /** The other account is none of those whose books are kept: its side is not ours to book. */
        OTHER_ACCOUNT_NOT_KEPT,
        /** The other side should be in the books and is not. */
        NO_COUNTERPART
    }

    public UnmatchedLeg {
        requireNonNull(leg, "leg is null");
        requireNonNull(reason, "reason is null");
    }
}
