package recon.stream.delivery;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;
import recon.stream.report.Report;
import recon.stream.spool.Spool;
import recon.stream.watermark.Coverage;

/**
 * Brings reports to the queue of the books. What does not fit into memory goes to disk; what fits nowhere is not taken,
 * and the caller stops receiving.
 */
public final class Delivery {
    /** Reports taken from disk at a time. */
    private static final int CHUNK = 100;

    private final Outbox outbox;
    private final Spool spool;
    private final Counters counters;
    private final Notices notices;
    private final long refill;
    /** Coverages with reports on disk, by connection and account. */
    private final Map<String, Coverage> spooled = new HashMap<>();

    private boolean away;
    private boolean spooling;

    /** Puts it together; nothing is sent before {@link #tick}. */
    public Delivery(
            ExecutionQueue queue,
            Spool spool,
            QueueSettings settings,
            RandomGenerator random,
            Counters counters,
            Notices notices) {
        this.outbox = new Outbox(queue, settings, random, new Answers());
        this.spool = requireNonNull(spool, "spool is null");
        this.counters = requireNonNull(counters, "counters is null");
        this.notices = requireNonNull(notices, "notices is null");
        this.refill = settings.buffered() / 4;
    }

    private final class Answers implements Outbox.Listener {
        @Override
        public void accepted(long now, Parcel parcel) {
            Delivery.this.accepted(parcel);
        }

        @Override
        public void refused(long now, int parcels, String why) {
            counters.add(Count.RESENT, parcels);
            if (!away) {
                away = true;
                notices.alarm(new Alarm(Alarm.Kind.QUEUE_AWAY, "the queue does not take reports: " + why));
            }
        }
    }

    /**
     * Takes a report.
     *
     * @return false if there is no place for it: it is not taken
     */
    public boolean add(long now, Report report, Coverage coverage) {
        if (outbox.fits(report.size())) {
            coverage.received(report.receivedAt());
            outbox.add(now, Parcel.of(report, coverage));
            return true;
        }
        if (!spool.append(report)) {
            return false;
        }
        counters.add(Count.SPOOLED);
        coverage.spooled(report.receivedAt());
        spooled.put(key(report), coverage);
        if (!spooling) {
            spooling = true;
            notices.alarm(new Alarm(Alarm.Kind.SPOOLING, "the queue is behind and memory is full: reports go to disk"));
        }
        return true;
    }

    /** Does what is due: sends, sends again, takes from disk. */
    public void tick(long now) {
        refill(now);
        outbox.tick(now);
        refill(now);
    }

    /** When {@link #tick} has something to do, epoch ms. */
    public long nextDue() {
        return spool.hasMore() && !outbox.isRefused() && outbox.isEmpty() ? Long.MIN_VALUE : outbox.nextDue();
    }

    /** From here on nothing waits for others. */
    public void hurry(long now) {
        outbox.hurry(now);
    }

    /** Whether receiving may begin again after a report was not taken. */
    public boolean hasRoom() {
        return !outbox.isRefused() && outbox.held() <= refill;
    }

    /** Whether nothing waits in memory. */
    public boolean isEmpty() {
        return outbox.isEmpty();
    }

    /** Whether the queue refused last. */
    public boolean isAway() {
        return away;
    }

    /** Reports in memory. */
    public long buffered() {
        return outbox.size();
    }

    /** Batches on their way. */
    public int inFlight() {
        return outbox.inFlight();
    }

    /** Bytes on disk. */
    public long spooledBytes() {
        return spool.bytes();
    }

    /** The task ends and the queue is away: what is in memory goes to disk, for a process that comes after. */
    public void leave() {
        int left = 0;
        for (Parcel parcel : outbox.takeAll()) {
            if (!parcel.spooled()) {
                if (spool.append(parcel.report())) {
                    counters.add(Count.SPOOLED);
                } else {
                    left++;
                }
            }
        }
        if (left > 0) {
            counters.add(Count.LEFT_BEHIND, left);
            notices.alarm(new Alarm(
                    Alarm.Kind.LEFT_BEHIND,
                    left + " reports are neither in the queue nor on disk; the watermarks do not cover them"));
        }
    }

    private void refill(long now) {
        while (spool.hasMore() && !outbox.isRefused() && outbox.held() < refill) {
            for (Spool.Spooled each : spool.take(CHUNK)) {
                Optional<Coverage> coverage = Optional.ofNullable(spooled.get(key(each.report())));
                outbox.add(now, new Parcel(each.report(), coverage, each.ticket()));
            }
        }
    }

    private void accepted(Parcel parcel) {
        counters.add(Count.QUEUED);
        if (away) {
            away = false;
            notices.note("the queue takes reports again");
        }
        if (!parcel.spooled()) {
            parcel.coverage()
                    .ifPresent(coverage -> coverage.acknowledged(parcel.report().receivedAt()));
            return;
        }
        counters.add(Count.UNSPOOLED);
        spool.done(parcel.ticket());
        spooling = spool.hasMore();
        parcel.coverage().ifPresent(coverage -> {
            coverage.unspooled();
            if (!coverage.isSpooled()) {
                spooled.remove(key(parcel.report()));
            }
        });
    }

    private static String key(Report report) {
        return report.connection() + "#" + report.account();
    }
}
