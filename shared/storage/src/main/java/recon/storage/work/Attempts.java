package recon.storage.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import recon.storage.StorageException;

/** Steps that throw, and workers that vanish: tried again, later and later, and at last given up. */
final class Attempts {
    /** Errors in a row after which a task that throws or is abandoned has failed. */
    static final int MOST = 20;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    private Attempts() {}

    /** What the step says; if it throws, that the task is put back or, once too often, that it failed. */
    static StepOutcome guard(Step step, Task task, Run run, Instant now) {
        try {
            return step.next(task, run);
        } catch (StorageException.Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = "unexpected: " + e;
            return exhausted(task.attempts() + 1)
                    ? new StepOutcome.Failed(reason)
                    : new StepOutcome.PutBack(task.cursor(), now.plus(pause(task.attempts())), reason, true, Map.of());
        }
    }

    static boolean exhausted(int attempts) {
        return attempts >= MOST;
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }
}
