package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * How a task ends.
 *
 * @param task as last seen: if it has moved on since, it does not end this way
 * @param state DONE, FAILED or SKIPPED
 * @param cursor where it ended
 * @param totals what it added up in all
 * @param reason why it was not done; the empty text if it was
 */
record Ending(Task task, TaskState state, Map<String, String> cursor, Map<String, Long> totals, String reason) {
    /** Reasons travel in events of limited size. */
    private static final int LONGEST_REASON = 500;

    Ending {
        requireNonNull(task, "task is null");
        if (state.open()) {
            throw new IllegalArgumentException("not an end: " + state);
        }
        cursor = Map.copyOf(cursor);
        totals = Map.copyOf(totals);
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    static Ending done(Task task, StepOutcome.Done outcome) {
        return new Ending(task, TaskState.DONE, outcome.cursor(), Leases.sum(task.totals(), outcome.totals()), "");
    }

    static Ending failed(Task task, String reason) {
        return new Ending(task, TaskState.FAILED, task.cursor(), task.totals(), reason);
    }

    static Ending skipped(Task task, String reason) {
        return new Ending(task, TaskState.SKIPPED, task.cursor(), task.totals(), reason);
    }

    static Ending skipped(Task task, StepOutcome.Skipped outcome) {
        return new Ending(
                task, TaskState.SKIPPED, task.cursor(), Leases.sum(task.totals(), outcome.totals()), outcome.reason());
    }
}
