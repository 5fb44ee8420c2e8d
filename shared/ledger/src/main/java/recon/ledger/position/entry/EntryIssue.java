package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What is wrong with a trade, or looks as if it were.
 *
 * @param kind what
 * @param evidence for people; may hold amounts
 */
public record EntryIssue(Kind kind, String evidence) {
    /** Errors keep a trade out of the entries; warnings stand beside it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What may be wrong. */
    public enum Kind {
        /** There is no entry price above zero. */
        INVALID_ENTRY_PRICE(Severity.ERROR),
        /** There is no exit price above zero. */
        INVALID_EXIT_PRICE(Severity.ERROR),
        /** No quantity was entered. */
        INVALID_QUANTITY(Severity.ERROR),
        /** There is no entry fill. */
        MISSING_ENTRY_DATETIME(Severity.ERROR),
        /** There is no exit fill. */
        MISSING_EXIT_DATETIME(Severity.ERROR),
        /** Some of it came or went without a known fill. */
        INCOMPLETE(Severity.ERROR),
        /** What went out is not what came in. */
        QUANTITY_DIFFERS(Severity.ERROR),
        /** A fill's profit or fee is not in the income. */
        MISSING_INCOME(Severity.ERROR),
        /** The profit cannot be stated in the margin asset. */
        UNKNOWN_REALIZED_PNL(Severity.ERROR),
        /** Nothing was paid. */
        ZERO_COMMISSION(Severity.WARNING),
        /** A rebate. */
        NEGATIVE_COMMISSION(Severity.WARNING),
        /** A fee's asset has no price, so that fees and profit after fees are not known. */
        FEE_NOT_VALUED(Severity.WARNING),
        /** There is no profit, although the prices differ. */
        ZERO_PNL(Severity.WARNING),
        /** Prices and quantity say another profit, by more than 1 %. */
        PNL_MISMATCH(Severity.WARNING),
        /** A funding was counted by being near in time. */
        FUNDING_NEARBY(Severity.WARNING),
        /** Income was counted by time alone. */
        INCOME_BY_TIME(Severity.WARNING),
        /** Fewer or more fundings than the contract had. */
        FUNDING_COVERAGE(Severity.WARNING),
        /** The type of an entry or exit order is not known. */
        UNKNOWN_ORDER(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** How bad it is. */
        public Severity severity() {
            return severity;
        }
    }

    public EntryIssue {
        requireNonNull(kind, "kind is null");
        requireNonNull(evidence, "evidence is null");
    }

    /** Both for people. */
    public String text() {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return evidence.isEmpty() ? name : name + ": " + evidence;
    }
}
