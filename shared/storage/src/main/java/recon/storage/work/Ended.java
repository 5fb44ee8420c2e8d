package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What is told of a task after its end. */
record Ended(String name, String accountId, TaskState state, Map<String, Long> totals, String reason) {
    Ended {
        requireNonNull(name, "name is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(state, "state is null");
        totals = Map.copyOf(totals);
        requireNonNull(reason, "reason is null");
    }

    static Ended of(Task task) {
        return new Ended(task.name(), task.accountId(), task.state(), task.totals(), task.reason());
    }

    static Ended of(Ending ending) {
        return new Ended(
                ending.task().name(), ending.task().accountId(), ending.state(), ending.totals(), ending.reason());
    }
}
