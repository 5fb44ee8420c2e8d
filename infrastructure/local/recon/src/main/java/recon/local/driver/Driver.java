package recon.local.driver;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import recon.collect.plan.FuturesPlan;
import recon.local.pace.Pace;
import recon.storage.work.Runs;

/**
 * Fires schedules and does everything that follows from them. It keeps nothing itself: killed and started again, it goes
 * on from what is stored.
 */
public final class Driver {
    private static final Duration DAILY = Duration.ofDays(1);
    /** The finest step of time there is here. */
    private static final Duration INSTANT = Duration.ofMillis(1);

    private final Pace pace;
    private final LocalFunction collect;
    private final WorkLoop loop;

    /**
     * A driver of these functions.
     *
     * @param collect what schedules invoke; one of the functions
     * @param functions in the order in which their queues are looked at
     */
    public Driver(Pace pace, Runs runs, LocalFunction collect, List<LocalFunction> functions, Crew crew) {
        this.pace = requireNonNull(pace, "pace is null");
        this.collect = requireNonNull(collect, "collect is null");
        this.loop = new WorkLoop(pace, runs, () -> collect.invoke(Map.of("action", "sweep")), functions, crew);
    }

    /**
     * Runs the schedules from one midnight to another, both included, and everything that follows from them. From the last
     * midnight on nothing begins but its daily run.
     *
     * @param futures whether the schedule for futures positions is fired as well
     * @param onDay told before each day's run begins
     */
    public void run(Instant first, Instant last, boolean futures, Consumer<Instant> onDay) {
        for (Instant midnight = first; !midnight.isAfter(last); midnight = midnight.plus(DAILY)) {
            settle(midnight);
            pace.reach(midnight);
            // What was on its way until midnight is recorded, with all that this asks for, before the day is collected.
            settle(midnight.plus(INSTANT));
            onDay.accept(midnight);
            collect.invoke(Map.of("action", "plan", "scheduledTime", midnight.toString()));
            if (futures && midnight.isBefore(last)) {
                FuturesPlan.moments(midnight, midnight.plus(DAILY)).forEach(this::futures);
            }
        }
        settle(last.plus(DAILY));
    }

    /**
     * Collects one day now, and does everything that follows from it. Asked for again, it goes on where it was stopped.
     *
     * @param day in UTC
     * @param attempt which collection of that day this is, from 1
     */
    public void collect(LocalDate day, int attempt, Instant now) {
        collect.invoke(Map.of(
                "action", "plan",
                "scheduledTime", now.toString(),
                "date", day.toString(),
                "attempt", Integer.toString(attempt)));
        settle(Instant.MAX);
    }

    /** Collects now what a moment's run for futures positions reads, and does everything that follows from it. */
    public void collectFutures(Instant moment) {
        planFutures(moment);
        settle(Instant.MAX);
    }

    /**
     * Downloads the history in futures of some days as files, and does everything that follows from it. Each file is one of
     * a few that there are in a month.
     *
     * @param from the first UTC day
     * @param to the last one
     */
    public void downloadFutures(LocalDate from, LocalDate to) {
        collect.invoke(Map.of("action", "download-futures", "from", from.toString(), "to", to.toString()));
        settle(Instant.MAX);
    }

    private void futures(Instant moment) {
        settle(moment);
        pace.reach(moment);
        planFutures(moment);
    }

    private void planFutures(Instant moment) {
        collect.invoke(Map.of("action", "plan-futures", "scheduledTime", moment.toString()));
    }

    /** Works until nothing is left to do before {@code end}. */
    public void settle(Instant end) {
        loop.settle(end);
    }
}
