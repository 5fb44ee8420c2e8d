package recon.binance.source;

import java.time.Duration;

/**
 * A stretch of time, in epoch milliseconds, both ends included.
 *
 * @param from the first millisecond
 * @param to the last millisecond
 */
public record Span(long from, long to) {
    public Span {
        if (to < from) {
            throw new IllegalArgumentException("a span that ends before it begins: " + from + " to " + to);
        }
    }

    /** The whole of a scope. */
    public static Span of(Scope scope) {
        return new Span(scope.from().toEpochMilli(), scope.to().toEpochMilli());
    }

    /**
     * The UTC days that a scope holds whole.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static Span wholeDays(Scope scope) {
        long day = Duration.ofDays(1).toMillis();
        long first = Math.ceilDiv(scope.from().toEpochMilli(), day);
        long last = Math.floorDiv(scope.to().toEpochMilli() + 1, day);
        return new Span(first * day, last * day - 1);
    }

    /** The piece of this span that begins at {@code start} and has at most that length. */
    public Span piece(long start, Duration longest) {
        return new Span(start, Math.min(start + longest.toMillis() - 1, to));
    }

    /** How many milliseconds it has. */
    public Duration length() {
        return Duration.ofMillis(to - from + 1);
    }

    /** Whether it can be halved. */
    public boolean divisible() {
        return from < to;
    }

    /** Its first half. */
    public Span firstHalf() {
        return new Span(from, from + (to - from) / 2);
    }
}
