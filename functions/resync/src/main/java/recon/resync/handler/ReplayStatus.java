package recon.resync.handler;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import recon.resync.plan.ReplayPlan;
import recon.storage.work.Run;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/**
 * How far a replay has come.
 *
 * @param runId the run
 * @param from the first UTC day on which what it reads was received
 * @param to the last such day
 * @param state {@code PLANNING}, {@code OPEN} or {@code COMPLETED}
 * @param tasks how many tasks it has: one for what a source archived of an account on a day
 * @param open how many have not ended
 * @param failed how many failed
 * @param totals what was added up this far: objects, restored, refused, askedAgain, damaged, closed, unchanged
 * @param notDone the tasks that failed or were skipped, at most {@value #MOST_NAMED}
 */
public record ReplayStatus(
        String runId,
        LocalDate from,
        LocalDate to,
        String state,
        int tasks,
        int open,
        int failed,
        Map<String, Long> totals,
        List<NotDone> notDone) {
    private static final int MOST_NAMED = 100;

    public ReplayStatus {
        requireNonNull(runId, "runId is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(state, "state is null");
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        notDone = List.copyOf(notDone);
    }

    /**
     * A task that was not done.
     *
     * @param task what it was to read: source, account and day
     * @param reason for people
     */
    public record NotDone(String task, String reason) {
        public NotDone {
            requireNonNull(task, "task is null");
            requireNonNull(reason, "reason is null");
        }
    }

    /** A number that was added up, 0 where nothing was. */
    public long total(String name) {
        return totals.getOrDefault(name, 0L);
    }

    /** How far a run has come. */
    static ReplayStatus of(Run run, List<Task> tasks) {
        Map<String, Long> totals = new TreeMap<>();
        tasks.forEach(task -> task.totals().forEach((name, count) -> totals.merge(name, count, Long::sum)));
        return new ReplayStatus(
                run.runId(),
                ReplayPlan.first(run),
                ReplayPlan.last(run),
                run.state().name(),
                run.tasks(),
                run.open(),
                run.failed(),
                totals,
                tasks.stream()
                        .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.SKIPPED)
                        .limit(MOST_NAMED)
                        .map(task -> new NotDone(task.taskId(), task.reason()))
                        .toList());
    }
}
