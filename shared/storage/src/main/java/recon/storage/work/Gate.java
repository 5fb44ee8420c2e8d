package recon.storage.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a task may be worked on now. */
sealed interface Gate {
    /** Why a task waits for its stage. */
    String LOWER_STAGE = "tasks of a lower stage are open";
    /** When it is looked at again in case nobody let it go: who ended the last task before it may have crashed then. */
    Duration STAGE_WAIT = Duration.ofMinutes(5);
    /** When a task is looked at again that waits for something else. */
    Duration FIRST_WAIT = Duration.ofSeconds(15);
    /** The same once it has waited for the same reason before. */
    Duration FURTHER_WAIT = Duration.ofSeconds(60);

    /** It may. */
    record Open() implements Gate {}

    /** It has to wait for others. */
    record Later(String reason) implements Gate {
        /** How long at most. */
        Duration wait(Task task) {
            if (reason.equals(LOWER_STAGE)) {
                return STAGE_WAIT;
            }
            return task.reason().equals(reason) ? FURTHER_WAIT : FIRST_WAIT;
        }
    }

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
