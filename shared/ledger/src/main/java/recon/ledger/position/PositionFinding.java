package recon.ledger.position;

import static java.util.Objects.requireNonNull;

/**
 * Something that is wrong with what is known.
 *
 * @param kind what it is
 * @param accountId whose
 * @param symbol the contract, or the empty text
 * @param time of what it was seen in, epoch milliseconds, UTC
 * @param reference what it was seen in: {@code fill 123}, …
 * @param evidence for people; holds amounts
 */
public record PositionFinding(
        Kind kind, String accountId, String symbol, long time, String reference, String evidence) {
    /** What may be wrong. */
    public enum Kind {
        /** A fill of a contract that the exchange does not list: it is left out. */
        UNKNOWN_SYMBOL,
        /** A fill with a quantity or price that is not above zero: it is left out. */
        IMPOSSIBLE_FILL,
        /** A fill without the income row that it must have. */
        FILL_WITHOUT_INCOME,
        /** Fills and capture disagree: the position changed without a fill, or a fill is missing. */
        POSITION_BREAK,
        /** A fill closes what no known fill opened. */
        CLOSES_UNKNOWN,
        /** The account is said to be in another mode than its fills show. */
        POSITION_MODE,
        /** Two rows with one key and different content: one of them is used. */
        CONFLICTING_ROWS
    }

    public PositionFinding {
        requireNonNull(kind, "kind is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(reference, "reference is null");
        requireNonNull(evidence, "evidence is null");
    }
}
