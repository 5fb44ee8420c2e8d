package recon.collect.heal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long nobody listened on a day.
 *
 * @param gaps how many stretches
 * @param length of all together
 */
public record Unheard(int gaps, Duration length) {
    public Unheard {
        requireNonNull(length, "length is null");
    }
}
