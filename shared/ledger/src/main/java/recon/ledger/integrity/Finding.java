package recon.ledger.integrity;

import static java.util.Objects.requireNonNull;

/**
 * Something in the books or in the archive that cannot be right. It changes no balance.
 *
 * @param kind what is wrong
 * @param subject what it is about; the same finding has the same one, however often it is met
 * @param symbol the symbol or asset concerned; the empty text for none
 * @param message for people, without amounts
 * @param evidence the archive key of the row concerned; the empty text for none
 */
public record Finding(Kind kind, String subject, String symbol, String message, String evidence) {
    /** What is wrong. */
    public enum Kind {
        /** A booking names an archived answer that is not there. */
        RAW_MISSING,
        /** A booking names an archived answer that is not as it was kept, or that nobody can read. */
        RAW_DAMAGED,
        /** A booking names a row that the archived answer does not have. */
        RAW_ROW_MISSING,
        /** The row that a booking names is another one, or says other amounts than the booking. */
        RAW_DIFFERS,
        /** An id stands for two different things. */
        ID_TWICE,
        /** A later trade of a symbol has a lower id. */
        ID_OUT_OF_ORDER,
        /** The exchange's amounts of one row do not fit each other. */
        SUM_DIFFERS,
        /** A fee that is received. */
        FEE_NEGATIVE,
        /** An archived row of the day that no booking stands for. */
        ROW_NOT_BOOKED,
        /** Fewer answers are archived than were read. */
        PAGES_MISSING,
        /** More was found than is kept one by one. */
        MORE_FINDINGS
    }

    public Finding {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(message, "message is null");
        requireNonNull(evidence, "evidence is null");
    }
}
