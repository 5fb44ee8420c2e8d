package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Sends execution reports at a steady rate to whoever is subscribed, for benchmarks. They belong to no world: truth and
 * REST know nothing of them, and {@link Deliveries} counts without keeping them.
 *
 * <p>{@code E}, {@code T} are the machine's time in milliseconds; {@code c} is {@code load-} and the epoch
 * microseconds of the instant at which the report was due, so that who receives it can tell how long it took, the
 * emitter's own lateness included. Execution ids {@code I} rise by one from report to report over all accounts, so that
 * a missing one shows.
 */
public final class LoadEmitter {
    /** What {@code c} begins with. */
    public static final String PREFIX = "load-";

    private static final int MOST_AT_ONCE = 256;
    private static final long REST_NANOS = 200_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    /** Time is counted in tenths of microseconds, so that no product overflows. */
    private static final long PIECE_NANOS = 100;

    private static final long PIECES = SECOND_NANOS / PIECE_NANOS;

    private final StreamHub hub;
    private final List<String> uids;
    private final LoadReports reports;
    private long turn;

    /**
     * What a run came to.
     *
     * @param reports how many were sent
     * @param took from the first to the last
     * @param latest by how much the latest report left after it was due
     */
    public record Run(long reports, Duration took, Duration latest) {
        public Run {
            requireNonNull(took, "took is null");
            requireNonNull(latest, "latest is null");
        }
    }

    /**
     * Emits for these accounts in turn.
     *
     * @param uids accounts of the hub's exchange, at least one
     */
    public LoadEmitter(StreamHub hub, List<String> uids) {
        this.hub = requireNonNull(hub, "hub is null");
        this.uids = List.copyOf(uids);
        if (uids.isEmpty()) {
            throw new IllegalArgumentException("a load needs an account");
        }
        this.reports = new LoadReports(hub.seed(), hub.world().market().everyday());
    }

    /**
     * Sends so many reports a second for so long, by the machine's clock; returns when the last has been handed to the
     * sinks. What falls behind is sent as fast as it goes, not left out.
     *
     * @param perSecond at least 1
     */
    public Run emit(int perSecond, Duration span) {
        return emit(perSecond, span, _ -> {});
    }

    /** The same, telling after each burst how many have been sent so far. */
    public Run emit(int perSecond, Duration span, LongConsumer progress) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("perSecond is at least 1");
        }
        long total = Math.multiplyExact(perSecond, span.toMillis()) / 1_000;
        Instant began = Instant.now();
        long beganMicros = TimeUnit.SECONDS.toMicros(began.getEpochSecond()) + began.getNano() / NANOS_PER_MICRO;
        long start = System.nanoTime();
        long latest = 0;
        long sent = 0;
        while (sent < total) {
            long elapsed = System.nanoTime() - start;
            long due = Math.min(total, elapsed / PIECE_NANOS * perSecond / PIECES + 1);
            if (due <= sent) {
                LockSupport.parkNanos(REST_NANOS);
            } else {
                latest = Math.max(latest, elapsed - sent * SECOND_NANOS / perSecond);
                sent += burst(sent, Math.min(due - sent, MOST_AT_ONCE), perSecond, beganMicros);
                progress.accept(sent);
            }
        }
        return new Run(sent, Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(latest));
    }

    /** Sends so many reports at once, all due at the given instant. For tests, and for a driver with a pace of its own. */
    public void emitNow(int count, Instant due) {
        long micros = TimeUnit.SECONDS.toMicros(due.getEpochSecond()) + due.getNano() / NANOS_PER_MICRO;
        List<StreamHub.Publication> burst = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            burst.add(next(micros));
        }
        hub.publish(burst);
    }

    private long burst(long sent, long count, int perSecond, long beganMicros) {
        List<StreamHub.Publication> burst = new ArrayList<>(MOST_AT_ONCE);
        for (long number = sent; number < sent + count; number++) {
            burst.add(next(beganMicros + number * SECOND_NANOS / perSecond / NANOS_PER_MICRO));
        }
        hub.publish(burst);
        return count;
    }

    private StreamHub.Publication next(long micros) {
        String uid = uids.get(Math.toIntExact(turn++ % uids.size()));
        return new StreamHub.Publication(uid, reports.next(micros));
    }
}
