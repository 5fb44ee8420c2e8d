package recon.local.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import recon.simulator.SimulatedAccount;
import recon.simulator.draw.Draw;
import recon.simulator.event.ExecutionReport;

/** When to strike: at any time, or just before something is told. Our clock, epoch ms. */
final class Moments {
    private static final int JUST_BEFORE_MS = 1_500;
    private static final int LATEST_NEXT_MS = 600_000;
    private static final int QUIET_BEFORE_MS = 2_000;
    static final int QUIET_AFTER_MS = 32_000;
    private static final int STEP_MS = 1_000;

    private final long begin;
    private final long end;
    private final List<Long> told;

    /** The time from {@code begin} to {@code end}; what is told somewhat later is known as well. */
    Moments(Site site, long begin, long end, long known) {
        this.begin = begin;
        this.end = end;
        List<Long> times = new ArrayList<>();
        for (SimulatedAccount account : site.exchange.accounts()) {
            Instant from = Instant.ofEpochMilli(begin + site.skew);
            Instant to = Instant.ofEpochMilli(known + site.skew);
            for (ExecutionReport report : site.exchange.truth().reports(account.uid(), from, to)) {
                times.add(report.eventTime() - site.skew);
            }
        }
        Collections.sort(times);
        this.told = List.copyOf(times);
    }

    /** Any moment; most of them shortly before a report. */
    long any(Draw draw) {
        long anywhere = begin + (long) draw.below((int) ((end - begin) / STEP_MS)) * STEP_MS;
        return draw.chance(60) ? justBefore(draw, anywhere) : anywhere;
    }

    /** A moment after {@code now}, if something is told soon shortly before that. */
    long soon(Draw draw, long now) {
        long next = justBefore(draw, now + JUST_BEFORE_MS);
        return draw.chance(70) && next - now < LATEST_NEXT_MS ? next : now + draw.below(LATEST_NEXT_MS / 5);
    }

    /** When something is told next. */
    long next(long from) {
        int place = Collections.binarySearch(told, from);
        int next = place < 0 ? -place - 1 : place;
        return next < told.size() ? told.get(next) : from;
    }

    /** The first moment from {@code from} on, around which nothing is told. */
    long quiet(long from) {
        long moment = from;
        for (long time : told) {
            if (time >= moment - QUIET_BEFORE_MS) {
                if (time > moment + QUIET_AFTER_MS) {
                    return moment;
                }
                moment = Math.max(moment, time + QUIET_BEFORE_MS + 1);
            }
        }
        return moment;
    }

    private long justBefore(Draw draw, long from) {
        long next = next(from);
        return next > from ? next - draw.below(JUST_BEFORE_MS) : from;
    }
}
