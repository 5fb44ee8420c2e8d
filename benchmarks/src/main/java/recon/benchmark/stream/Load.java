package recon.benchmark.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import recon.simulator.stream.LoadEmitter;
import recon.simulator.stream.StreamHub;

/** Emits the reports of one account at a steady rate, and knows which of them a queue has acknowledged. */
final class Load {
    private static final long REST_NANOS = 200_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int MOST_AT_ONCE = 256;
    private static final long WAIT_NANOS = 5_000_000;
    /** Without any arrival for so long, what is missing is lost. */
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final LoadEmitter emitter;
    private volatile Arrivals expected = new Arrivals(0, 0);
    private final AtomicLong latest = new AtomicLong();

    /**
     * What came of a step.
     *
     * @param arrivals when each report left and arrived
     * @param lateness by how much each burst left after it was due, ascending, in ns
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers to be read once; nobody compares them
    record Run(Arrivals arrivals, long[] lateness) {}

    Load(StreamHub hub, String uid) {
        this.emitter = new LoadEmitter(hub, List.of(uid));
    }

    /** The queue is about to acknowledge reports. */
    void acknowledged(long[] ids) {
        long now = System.nanoTime();
        Arrivals arrivals = expected;
        for (long id : ids) {
            arrivals.acknowledged(id, now);
            latest.accumulateAndGet(id, Math::max);
        }
    }

    /**
     * Emits a report now and then until one arrives: somebody is subscribed and sends.
     *
     * @return whether one arrived in time
     */
    boolean awaitSomebody(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long before = latest.get();
        while (latest.get() == before && System.nanoTime() < deadline) {
            emitter.emitNow(1, Instant.now());
            LockSupport.parkNanos(20 * WAIT_NANOS);
        }
        return latest.get() != before;
    }

    /** Emits so many reports a second for so long, then waits for them. What falls behind is not left out. */
    Run run(int perSecond, Duration span) {
        int total = Math.toIntExact(perSecond * span.toMillis() / 1_000);
        Arrivals arrivals = new Arrivals(next(), total);
        expected = arrivals;
        long[] lateness = new long[total];
        int bursts = 0;
        long start = System.nanoTime();
        for (int sent = 0; sent < total; ) {
            long elapsed = System.nanoTime() - start;
            int due = (int) Math.min(total, elapsed * perSecond / SECOND_NANOS + 1);
            if (due <= sent) {
                LockSupport.parkNanos(REST_NANOS);
            } else {
                int burst = Math.min(due - sent, MOST_AT_ONCE);
                lateness[bursts++] = elapsed - sent * SECOND_NANOS / perSecond;
                arrivals.emitting(sent, sent + burst, System.nanoTime());
                emitter.emitNow(burst, Instant.now());
                sent += burst;
            }
        }
        awaitAll(arrivals);
        return new Run(arrivals, ascending(lateness, bursts));
    }

    /** The execution id of the report that will be emitted next: they rise by one. */
    private long next() {
        awaitQuiet();
        long before = latest.get();
        while (latest.get() == before) {
            emitter.emitNow(1, Instant.now());
            awaitQuiet();
        }
        return latest.get() + 1;
    }

    private void awaitQuiet() {
        long seen = -1;
        while (seen != latest.get()) {
            seen = latest.get();
            LockSupport.parkNanos(100 * WAIT_NANOS);
        }
    }

    private static void awaitAll(Arrivals arrivals) {
        long missing = arrivals.missing();
        long changed = System.nanoTime();
        while (missing > 0 && System.nanoTime() - changed < GIVE_UP.toNanos()) {
            LockSupport.parkNanos(WAIT_NANOS);
            if (arrivals.missing() != missing) {
                missing = arrivals.missing();
                changed = System.nanoTime();
            }
        }
    }

    private static long[] ascending(long[] values, int count) {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
