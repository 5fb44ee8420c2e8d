package recon.intake.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.row.Captured;
import recon.ledger.row.Observation;

/**
 * Whether a page counts, or is asked for once more because the exchange was not ready for it. How often that happened
 * before is in the cursor that it was asked with, so that whoever reads it again comes to the same.
 *
 * @param effectDelay within which a movement may show later than its stamp says
 */
public record Counting(Duration effectDelay) {
    /** How often a capture is repeated, hoping for a moment in which the account stands still. */
    public static final int RECAPTURES = 5;
    /** How often what is not there yet is looked for again. */
    public static final int WAITS = 6;
    /** Attribute of a task that asks for what is there now, and waits for nothing. */
    public static final String AT_ONCE = "atOnce";

    private static final String RECAPTURED = "recaptured";
    private static final String WAITED = "waited";

    public Counting {
        requireNonNull(effectDelay, "effectDelay is null");
    }

    /** What becomes of a page. */
    public enum Verdict {
        /** It is booked. */
        COUNTS,
        /** It is booked, although what was waited for is not in it: nobody waits any longer. */
        COUNTS_AS_IT_IS,
        /** A capture of an account that moved just then, so that it is in doubt what it contains. */
        CAPTURE_AGAIN,
        /** What was asked for is not there yet. */
        WAIT
    }

    /**
     * What becomes of a page.
     *
     * @param cursor the one it was asked with
     * @param attributes of the task that asked
     */
    public Verdict of(Page page, Cursor cursor, Map<String, String> attributes) {
        if (recaptured(cursor) < RECAPTURES && restless(page.observations())) {
            return Verdict.CAPTURE_AGAIN;
        }
        if (!page.next().waits()) {
            return Verdict.COUNTS;
        }
        return waited(cursor) < WAITS && !attributes.containsKey(AT_ONCE) ? Verdict.WAIT : Verdict.COUNTS_AS_IT_IS;
    }

    /** The cursor that a capture is repeated with. */
    public static Cursor recapturing(Cursor cursor) {
        return cursor.with(RECAPTURED, recaptured(cursor) + 1);
    }

    /** The cursor that what is not there yet is asked for again with. */
    public static Cursor waiting(Cursor cursor) {
        return cursor.with(WAITED, waited(cursor) + 1);
    }

    private static long recaptured(Cursor cursor) {
        return cursor.number(RECAPTURED).orElse(0L);
    }

    private static long waited(Cursor cursor) {
        return cursor.number(WAITED).orElse(0L);
    }

    private boolean restless(List<Observation> observations) {
        return observations.stream()
                .map(observation -> observation instanceof Captured(var capture)
                        ? Optional.of(capture)
                        : Optional.<BalanceCapture>empty())
                .flatMap(Optional::stream)
                .anyMatch(capture -> capture.updateTime().isPresent() && !capture.quiet(effectDelay));
    }
}
