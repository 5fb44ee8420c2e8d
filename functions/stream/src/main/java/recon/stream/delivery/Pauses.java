package recon.stream.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Full jitter: a pause is drawn from 0 up to a ceiling that doubles with every failure in a row.
 *
 * @param first the ceiling after the first failure
 * @param longest the ceiling never passes it
 */
public record Pauses(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    public Pauses {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the first pause is more than 0 and the longest not shorter");
        }
    }

    /**
     * A pause in ms.
     *
     * @param failures in a row, from 1
     */
    public long draw(int failures, RandomGenerator random) {
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return random.nextLong(ceiling + 1);
    }
}
