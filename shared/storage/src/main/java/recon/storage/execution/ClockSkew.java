package recon.storage.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How far a server's clock is from ours, learned from answers to calls that it refused. It refuses what is 5 minutes off. */
final class ClockSkew {
    private static final Duration HARMLESS = Duration.ofMinutes(4);

    private volatile Duration ahead = Duration.ZERO;

    /** The server's time. */
    Instant theirs(Instant ours) {
        return ours.plus(ahead);
    }

    /**
     * The server has told its time.
     *
     * @param date the header of that name
     */
    void learn(String date, Instant ours) {
        try {
            Duration seen = Duration.between(
                    ours,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            ahead = seen.abs().compareTo(HARMLESS) > 0 ? seen : Duration.ZERO;
        } catch (DateTimeParseException e) {
            // Whoever writes such dates (a stand-in, a proxy) does not check ours.
            ahead = Duration.ZERO;
        }
    }
}
