package recon.stream.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;
import recon.stream.report.Report;

/**
 * Brings the same reports to the queue of the bridge. That queue never stalls the capture: what it does not take for so
 * long that memory is full is given up, with an alarm; the books have it.
 */
public final class Copies {
    private final Outbox outbox;
    private final Counters counters;
    private final Notices notices;
    private boolean shedding;

    /** Puts it together. */
    public Copies(
            ExecutionQueue queue, QueueSettings settings, RandomGenerator random, Counters counters, Notices notices) {
        this.outbox = new Outbox(queue, settings, random, new Answers());
        this.counters = requireNonNull(counters, "counters is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    private final class Answers implements Outbox.Listener {
        @Override
        public void accepted(long now, Parcel parcel) {
            counters.add(Count.BRIDGED);
            shedding = false;
        }

        @Override
        public void refused(long now, int parcels, String why) {
            notices.note("the bridge's queue did not take " + parcels + " reports: " + why);
        }
    }

    /** Takes a report, or gives it up. */
    public void add(long now, Report report) {
        if (outbox.fits(report.size())) {
            outbox.add(now, new Parcel(report, Optional.empty(), Parcel.NEVER_SPOOLED));
            return;
        }
        counters.add(Count.BRIDGE_SHED);
        if (!shedding) {
            shedding = true;
            notices.alarm(new Alarm(
                    Alarm.Kind.BRIDGE_SHED,
                    "the bridge's queue takes nothing and memory is full: reports are given up for the bridge,"
                            + " not for the books"));
        }
    }

    public void tick(long now) {
        outbox.tick(now);
    }

    public long nextDue() {
        return outbox.nextDue();
    }

    /** From here on nothing waits for others. */
    public void hurry(long now) {
        outbox.hurry(now);
    }

    public boolean isEmpty() {
        return outbox.isEmpty();
    }

    /** The task ends: what the queue has not taken is given up, and counted. */
    public void leave() {
        int left = outbox.takeAll().size();
        if (left > 0) {
            counters.add(Count.BRIDGE_SHED, left);
            notices.alarm(new Alarm(
                    Alarm.Kind.BRIDGE_SHED, left + " reports were given up for the bridge as the task ended"));
        }
    }
}
