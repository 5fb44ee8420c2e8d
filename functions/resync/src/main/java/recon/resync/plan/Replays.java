package recon.resync.plan;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import recon.storage.work.Run;
import recon.storage.work.RunPlan;
import recon.storage.work.Runs;

/** Plans replays. One that is under way is not begun a second time; one that has ended can be done again. */
public final class Replays {
    /** Replays of the same days: whoever needs more has another problem. */
    private static final int MOST_ATTEMPTS = 1_000;

    private final Stock stock;
    private final Runs runs;
    private final InstantSource clock;

    public Replays(Stock stock, Runs runs, InstantSource clock) {
        this.stock = requireNonNull(stock, "stock is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans the replay of what was received on these UTC days, both included.
     *
     * @param from empty for the first day of the archive
     * @param to empty for the last
     * @return the run's id
     * @throws IllegalArgumentException if there is nothing, or more than one run takes
     */
    public String plan(Optional<LocalDate> from, Optional<LocalDate> to) {
        List<Shelf> shelves = stock.received(from, to);
        if (shelves.size() > RunPlan.MOST_TASKS) {
            throw new IllegalArgumentException("a replay of " + shelves.size() + " tasks is too much for one run, which"
                    + " takes " + RunPlan.MOST_TASKS + ": give fewer days");
        }
        LocalDate first = from.orElseGet(
                () -> shelves.stream().map(Shelf::day).min(LocalDate::compareTo).orElseThrow());
        LocalDate last = to.orElseGet(
                () -> shelves.stream().map(Shelf::day).max(LocalDate::compareTo).orElseThrow());
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            String runId = ReplayPlan.runIds(first, last) + attempt;
            if (goesOn(runs.run(runId), shelves.size())) {
                runs.plan(ReplayPlan.of(runId, shelves, clock.instant()));
                return runId;
            }
        }
        throw new IllegalStateException(first + " to " + last + " was replayed " + MOST_ATTEMPTS + " times already");
    }

    /** A planner that was cut can be continued only with the same tasks: the archive may have grown since. */
    private static boolean goesOn(Optional<Run> known, int tasks) {
        return known.map(run -> switch (run.state()) {
                    case PLANNING -> run.tasks() == tasks;
                    case OPEN -> true;
                    case COMPLETED -> false;
                })
                .orElse(true);
    }
}
