package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * One counter of the exchange.
 *
 * @param key names it, for instance {@code api:ip:<egress>} or {@code sapi:<path>:uid:<uid>}
 * @param door names everything that a ban of the address shuts at once: {@code door:<host>:<egress>}
 * @param window the clock interval it counts in
 * @param limit the most that we use of it in one window: our share, not the exchange's limit
 */
public record Bucket(String key, String door, Duration window, int limit) {
    public Bucket {
        requireNonNull(key, "key is null");
        requireNonNull(door, "door is null");
        requireNonNull(window, "window is null");
        if (window.toMillis() <= 0 || limit < 0) {
            throw new IllegalArgumentException("not a bucket: " + key + ", " + limit + " per " + window);
        }
    }
}
