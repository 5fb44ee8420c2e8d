package recon.ledger.completeness;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which nobody listened.
 *
 * @param from exclusive, by our clock
 * @param to inclusive, by our clock
 */
public record Gap(Instant from, Instant to) {
    public Gap {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a gap that ends before it begins: " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /**
     * Whether something happened in it.
     *
     * @param at by the exchange's clock
     * @param leeway how far the exchange's clock and ours may be apart, and how long a report may be under way
     */
    public boolean contains(Instant at, Duration leeway) {
        return at.isAfter(from.minus(leeway)) && !at.isAfter(to.plus(leeway));
    }
}
