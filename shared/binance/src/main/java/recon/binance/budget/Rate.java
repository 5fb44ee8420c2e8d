package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A limit as the exchange states it.
 *
 * @param window the clock interval it counts in
 * @param limit the most weight in one interval
 */
public record Rate(Duration window, int limit) {
    public Rate {
        requireNonNull(window, "window is null");
        if (window.toMillis() <= 0 || limit <= 0) {
            throw new IllegalArgumentException("not a rate: " + limit + " per " + window);
        }
    }
}
