package recon.storage.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What a request would add to a bucket.
 *
 * @param windowStart the window it falls in, on the exchange's clock
 * @param window how long the window is
 * @param amount what it adds, at least 1, in the bucket's own unit
 * @param ceiling what the window may hold in all
 */
public record Addition(Instant windowStart, Duration window, int amount, int ceiling) {
    public Addition {
        requireNonNull(windowStart, "windowStart is null");
        requireNonNull(window, "window is null");
        if (amount < 1 || amount > ceiling) {
            throw new IllegalArgumentException("an amount of " + amount + " never fits a ceiling of " + ceiling);
        }
    }

    /** When the next window begins. */
    public Instant windowEnd() {
        return windowStart.plus(window);
    }
}
