package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Arrays;

/** Running total of one asset over time: adding is at the end, asking is a binary search. */
final class Column {
    private static final int FIRST_ROOM = 16;

    private long[] times = new long[FIRST_ROOM];
    private BigDecimal[] totals = new BigDecimal[FIRST_ROOM];
    private int size;

    void add(long time, BigDecimal amount) {
        if (size > 0 && time < times[size - 1]) {
            throw new IllegalStateException("a movement came out of its order");
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            totals = Arrays.copyOf(totals, size * 2);
        }
        totals[size] = size == 0 ? amount : totals[size - 1].add(amount);
        times[size++] = time;
    }

    /** Sum of what is stamped before the instant. */
    BigDecimal before(long time) {
        int count = countBefore(time);
        return count == 0 ? BigDecimal.ZERO : totals[count - 1];
    }

    /** Stamp of the last movement before the instant; the fallback where there is none. */
    long lastBefore(long time, long fallback) {
        int count = countBefore(time);
        return count == 0 ? fallback : times[count - 1];
    }

    /** Whether anything is stamped from {@code from} (inclusive) to {@code to} (exclusive). */
    boolean movedWithin(long from, long to) {
        return countBefore(to) > countBefore(from);
    }

    private int countBefore(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
