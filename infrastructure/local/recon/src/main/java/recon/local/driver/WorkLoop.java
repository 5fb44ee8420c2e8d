package recon.local.driver;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.local.pace.Pace;
import recon.storage.work.Runs;

/**
 * Feeds queues and sweeps what is due; when there is nothing to do it goes to the next moment at which there is. Runs of
 * other kinds than those of its functions are left alone: nobody here would do their work.
 */
public final class WorkLoop {
    /** How long to wait, in real time, for messages that a killed run had in hand. */
    private static final int PATIENCE = 600;

    private static final long PAUSE_MILLIS = 100;

    private final Pace pace;
    private final Runs runs;
    private final Runnable sweep;
    private final List<LocalFunction> functions;
    private final Crew crew;
    private final List<String> kinds;

    /**
     * A loop over these functions, with one worker.
     *
     * @param sweep sends what is due
     * @param functions in the order in which their queues are looked at
     */
    public WorkLoop(Pace pace, Runs runs, Runnable sweep, List<LocalFunction> functions) {
        this(pace, runs, sweep, functions, Crew.ALONE);
    }

    /**
     * A loop over these functions.
     *
     * @param sweep sends what is due
     * @param functions in the order in which their queues are looked at
     */
    public WorkLoop(Pace pace, Runs runs, Runnable sweep, List<LocalFunction> functions, Crew crew) {
        this.pace = requireNonNull(pace, "pace is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.sweep = requireNonNull(sweep, "sweep is null");
        this.functions = List.copyOf(functions);
        this.crew = requireNonNull(crew, "crew is null");
        this.kinds = LocalFunction.kinds(functions);
    }

    /** Works until nothing is left to do before {@code end}. */
    public void settle(Instant end) {
        int waited = 0;
        while (true) {
            if (functions.stream().anyMatch(crew::work)) {
                waited = 0;
                continue;
            }
            Optional<Instant> due = runs.nextDue(kinds);
            if (due.isPresent() && due.get().isBefore(end)) {
                pace.reach(due.get());
                sweep.run();
            } else if (functions.stream().mapToInt(LocalFunction::pending).sum() > 0) {
                pause(++waited);
                functions.forEach(LocalFunction::lookAgain);
            } else {
                return;
            }
        }
    }

    /** A message that a killed run had in hand shows again after its visibility time-out, which is real time. */
    private static void pause(int waited) {
        if (waited > PATIENCE) {
            throw new IllegalStateException("messages stay in the hands of nobody: start again in some minutes");
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
