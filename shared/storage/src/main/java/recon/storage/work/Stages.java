package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import recon.storage.item.Change;
import recon.storage.item.Lanes;
import recon.storage.item.Values;

/**
 * Lets the tasks of a later stage fall due when the last task before them has ended, so that they need not be looked at
 * again and again. Only a short cut: where a crash leaves it out, they fall due by themselves some minutes later.
 */
final class Stages {
    private final WorkTable work;

    Stages(WorkTable work) {
        this.work = requireNonNull(work, "work is null");
    }

    /** After the last task of a stage has ended. */
    void opened(String runId, Instant now) {
        Run run = work.requireRun(runId);
        List<Callable<Boolean>> changes = work.tasks(runId).stream()
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
                                        ":now", Values.time(Collections.max(List.of(now, task.notBefore()))),
                                        ":planned", Leases.state(TaskState.PLANNED),
                                        ":lease", Values.number(task.lease()))))
                .isPresent();
    }
}
