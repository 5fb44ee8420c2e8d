package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import recon.storage.item.Change;
import recon.storage.item.Lanes;
import recon.storage.item.Values;

/**
 * Lets the tasks of a later stage fall due when the last task before them has ended, so that they need not be looked at
 * again and again. Only a short cut: where a crash or a race leaves it out, they fall due by themselves a little later.
 */
final class Stages {
    /** So many tasks may end at the same time without one of them seeing that it was the last. */
    private static final int NEARLY_LAST = 32;

    private final WorkTable work;

    Stages(WorkTable work) {
        this.work = requireNonNull(work, "work is null");
    }

    /**
     * After tasks have ended.
     *
     * @param before the run as it was when they still were open
     */
    void ended(Run before, List<Ending> endings, Instant now) {
        boolean mayBeLast = endings.stream()
                .map(ending -> ending.task().stage())
                .distinct()
                .anyMatch(stage -> before.openByStage().getOrDefault(stage, 0) <= endings.size() + NEARLY_LAST);
        if (!mayBeLast || before.open() == endings.size()) {
            return;
        }
        Run run = work.requireRun(before.runId());
        int ended =
                endings.stream().mapToInt(ending -> ending.task().stage()).max().orElse(0);
        if (run.openByStage().getOrDefault(ended, 0) == 0) {
            open(run, now);
        }
    }

    private void open(Run run, Instant now) {
        List<Callable<Boolean>> changes = work.tasks(run.runId()).stream()
                .filter(task -> task.state() == TaskState.PLANNED && !run.holdsBack(task.stage()))
                .filter(task -> task.reason().equals(Gate.LOWER_STAGE))
                .map(task -> (Callable<Boolean>) () -> due(task, now))
                .toList();
        Lanes.all(changes);
    }

    private boolean due(Task task, Instant now) {
        return work.table()
                .update(
                        TaskItems.key(task.runId(), task.taskId()),
                        new Change(
                                "set #due_at = :now",
                                "#state = :planned and #lease = :lease and #due_at > :now",
                                Map.of(
                                        ":now", Values.time(now),
                                        ":planned", Leases.state(TaskState.PLANNED),
                                        ":lease", Values.number(task.lease()))))
                .isPresent();
    }
}
