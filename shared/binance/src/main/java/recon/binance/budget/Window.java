package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One clock interval of a bucket, on the exchange's clock: a minute begins at second 0.
 *
 * @param start inclusive
 * @param length of the interval
 */
public record Window(Instant start, Duration length) {
    private static final Duration LAST_SECOND = Duration.ofSeconds(1);
    private static final int SHORT_WINDOW_PARTS = 10;

    public Window {
        requireNonNull(start, "start is null");
        requireNonNull(length, "length is null");
    }

    /** The interval of that length an instant lies in. */
    public static Window at(Duration length, Instant instant) {
        long millis = length.toMillis();
        return new Window(Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), millis) * millis), length);
    }

    /**
     * The interval of a bucket in which a request was both sent and answered; empty if it crossed into another, where
     * nobody knows which of them the exchange has counted it in.
     */
    public static Optional<Window> around(Bucket bucket, Instant sentAt, Instant receivedAt) {
        Window sent = at(bucket.window(), sentAt);
        return sent.equals(at(bucket.window(), receivedAt)) ? Optional.of(sent) : Optional.empty();
    }

    /** The start of the next interval. */
    public Instant end() {
        return start.plus(length);
    }

    /**
     * From here on nothing is sent: on its way it would slip into the next interval, which has not been charged. The
     * last second, or the last tenth of an interval of a few seconds.
     */
    public Instant closing() {
        Duration tenth = length.dividedBy(SHORT_WINDOW_PARTS);
        return end().minus(tenth.compareTo(LAST_SECOND) < 0 ? tenth : LAST_SECOND);
    }

    /** Whether nothing is sent any more at that instant of this interval. */
    public boolean closedAt(Instant instant) {
        return !instant.isBefore(closing());
    }
}
