package recon.ledger.setting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a day is closed for good: on the midnight so many days after it began, T+2 as a rule. Until then it is closed
 * provisionally each morning, for rows change their state and appear late. Whoever closes days, reads them again or
 * values them goes by it.
 *
 * @param days from the beginning of a day to its last closing, 1 to {@link #MOST_DAYS}
 */
public record Settlement(int days) {
    /** Movements are read again for a week: what comes later is not noticed. */
    public static final int MOST_DAYS = 7;
    /** T+2. */
    public static final Settlement USUAL = new Settlement(2);
    /** Under which name functions are told. */
    public static final String SETTING = "recon.ledger.settle-days";
    /** What it may be, for whoever wrote something else. */
    public static final String ALLOWED = "after how many days a day is closed for good, 1 to " + MOST_DAYS;

    public Settlement {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("settle-days is " + days + ": give " + ALLOWED);
        }
    }

    /**
     * Reads {@link #SETTING}; T+2 if it is not set.
     *
     * @param setting gives a setting by its name
     * @throws IllegalArgumentException if it is no number of days that is allowed
     */
    public static Settlement from(Function<String, Optional<String>> setting) {
        return setting.apply(SETTING).map(Settlement::parse).orElse(USUAL);
    }

    /**
     * Reads a number of days.
     *
     * @throws IllegalArgumentException if it is none that is allowed
     */
    public static Settlement parse(String days) {
        if (!days.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("settle-days is " + days + ": give " + ALLOWED);
        }
        return new Settlement(Integer.parseInt(days));
    }

    /**
     * The days that are closed when a day has been collected, in their order: the first of them for good, the others
     * provisionally. The last one is the collected day itself.
     */
    public List<LocalDate> closedWith(LocalDate collected) {
        return collected.minusDays(days - 1L).datesUntil(collected.plusDays(1)).toList();
    }

    /** How far before the collected day rows have to be read again, so that the day closed for good has its late ones. */
    public Duration readAgain() {
        return Duration.ofDays(days - 1L);
    }
}
