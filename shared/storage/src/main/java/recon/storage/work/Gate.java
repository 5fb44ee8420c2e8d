package recon.storage.work;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a task may be worked on now. */
sealed interface Gate {
    /** Why a task waits for its stage. */
    String LOWER_STAGE = "tasks of a lower stage are open";

    /** It may. */
    record Open() implements Gate {}

    /** It has to wait for others. */
    record Later(String reason) implements Gate {}

    /** What it needs was not done and never will be. */
    record Never(String reason) implements Gate {}

    static Gate of(WorkTable work, Run run, Task task) {
        if (run.state() == RunState.PLANNING) {
            return new Later("the run is still being planned");
        }
        if (run.holdsBack(task.stage())) {
            return new Later(LOWER_STAGE);
        }
        List<Task> needed = task.needs().isEmpty() ? List.of() : work.tasks(task.runId(), task.needs());
        Optional<Task> undone = first(needed, t -> !t.state().open() && t.state() != TaskState.DONE);
        if (undone.isPresent()) {
            return new Never(undone.map(t -> "needs " + t.name() + ", which is " + t.state() + ": " + t.reason())
                    .orElseThrow());
        }
        return first(needed, t -> t.state().open())
                .<Gate>map(t -> new Later("needs " + t.name() + ", which is open"))
                .orElseGet(Open::new);
    }

    private static Optional<Task> first(List<Task> tasks, Predicate<Task> which) {
        return tasks.stream().filter(which).findFirst();
    }
}
