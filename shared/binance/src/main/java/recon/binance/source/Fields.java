package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Insists on what a row must have.
 *
 * @param source the source's name
 * @param row the zero-based position of the row
 */
public record Fields(String source, int row) {
    /** 1973: the exchange is younger, and a number of seconds reaches it in the year 5138. */
    private static final long FIRST_MILLISECOND = 100_000_000_000L;

    public Fields {
        requireNonNull(source, "source is null");
    }

    /** A field that every row has. */
    public <T> T need(@Nullable T value, String name) {
        if (value == null) {
            throw new MalformedReply(source, "row " + row + " has no " + name);
        }
        return value;
    }

    /** A text that every row has and that is not empty. */
    public String text(@Nullable String value, String name) {
        String text = need(value, name);
        if (text.isEmpty()) {
            throw new MalformedReply(source, "row " + row + " has an empty " + name);
        }
        return text;
    }

    /** A time that every row has, in epoch milliseconds. */
    public Instant time(@Nullable Long value, String name) {
        return Instant.ofEpochMilli(milliseconds(need(value, name), name));
    }

    /** As {@link #time}, of an endpoint that is known to state seconds in places. */
    public Instant timeOrSeconds(@Nullable Long value, String name) {
        long given = need(value, name);
        return given < FIRST_MILLISECOND ? Instant.ofEpochSecond(given) : Instant.ofEpochMilli(given);
    }

    /** A time in seconds would count in 1970, and nobody would see the row again. */
    private long milliseconds(long value, String name) {
        if (value < FIRST_MILLISECOND) {
            throw new MalformedReply(source, "row " + row + " has a " + name + " that is no time in milliseconds");
        }
        return value;
    }

    /** The contract or pair that the rows were asked for, which every row has. */
    public void same(@Nullable String value, String asked) {
        if (!asked.equals(need(value, Cursor.SYMBOL))) {
            throw new MalformedReply(source, "row " + row + " is of " + value + " among those of " + asked);
        }
    }

    /** A text that may be missing: then the empty text. */
    public static String optional(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A time that may be missing; zero means missing as well. */
    public Optional<Instant> optionalTime(@Nullable Long value, String name) {
        return value == null || value == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(milliseconds(value, name)));
    }
}
