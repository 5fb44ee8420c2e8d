package recon.benchmark.stream;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each report of one step was emitted and when the queue acknowledged it, by the monotonic clock of this process.
 * One thread emits, another acknowledges; who reads waits until both are done.
 */
final class Arrivals {
    private final long first;
    private final long[] emitted;
    private final AtomicLongArray acknowledged;
    private final AtomicLong missing;
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong();

    /**
     * Expects the reports {@code first} to {@code first + count - 1}.
     *
     * @param first the execution id of the first
     */
    Arrivals(long first, int count) {
        this.first = first;
        this.emitted = new long[count];
        this.acknowledged = new AtomicLongArray(count);
        this.missing = new AtomicLong(count);
    }

    /** Some are about to be handed to the socket. */
    void emitting(int from, int to, long nanos) {
        Arrays.fill(emitted, from, to, nanos);
    }

    /** The queue tells that it has a report. Others than those expected are not its business. */
    void acknowledged(long id, long nanos) {
        long number = id - first;
        if (number < 0 || number >= emitted.length) {
            return;
        }
        if (acknowledged.compareAndSet((int) number, 0, nanos)) {
            lastAt.set(nanos);
            missing.decrementAndGet();
        } else {
            repeated.incrementAndGet();
        }
    }

    long missing() {
        return missing.get();
    }

    long repeated() {
        return repeated.get();
    }

    /** From the first emission to the last acknowledgement, in ns. */
    long took() {
        return lastAt.get() - emitted[0];
    }

    /** How long those took that arrived, ascending, in ns. */
    long[] latencies() {
        long[] latencies = new long[emitted.length];
        int arrived = 0;
        for (int i = 0; i < emitted.length; i++) {
            if (acknowledged.get(i) != 0) {
                latencies[arrived++] = acknowledged.get(i) - emitted[i];
            }
        }
        long[] sorted = Arrays.copyOf(latencies, arrived);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The value below which so many thousandths of the ascending values lie; 0 of none. */
    static long quantile(long[] ascending, int thousandths) {
        return ascending.length == 0
                ? 0
                : ascending[(int) Math.min(ascending.length - 1L, (long) ascending.length * thousandths / 1_000)];
    }
}
