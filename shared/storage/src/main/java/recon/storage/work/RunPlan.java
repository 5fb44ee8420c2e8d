package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.storage.schema.Schema;

/**
 * A run to be.
 *
 * @param runId deterministic, for instance {@code collect-2026-01-05}: planning it again changes nothing
 * @param kind the kind of work, and so the queue; one of {@link Schema#KINDS}
 * @param day the UTC day it is about
 * @param deadline when it completes with its gaps named, if it has not by then
 * @param attributes what its steps have to know, and what its event carries
 * @param tasks at most {@value #MOST_TASKS}
 * @param completedEventType the type of the event that tells its end
 */
public record RunPlan(
        String runId,
        String kind,
        LocalDate day,
        Instant deadline,
        Map<String, String> attributes,
        List<TaskPlan> tasks,
        String completedEventType) {
    /** More tasks than this are several runs. */
    public static final int MOST_TASKS = 50_000;

    public RunPlan {
        requireNonNull(runId, "runId is null");
        requireNonNull(day, "day is null");
        requireNonNull(deadline, "deadline is null");
        attributes = Map.copyOf(attributes);
        tasks = List.copyOf(tasks);
        requireNonNull(completedEventType, "completedEventType is null");
        if (!Schema.KINDS.contains(kind)) {
            throw new IllegalArgumentException("there is no queue for runs of kind " + kind);
        }
        if (tasks.size() > MOST_TASKS) {
            throw new IllegalArgumentException("more than " + MOST_TASKS + " tasks in " + runId);
        }
        requireAnOrder(tasks);
    }

    /** The stage that begins at once. */
    int firstStage() {
        return tasks.stream().mapToInt(TaskPlan::stage).min().orElse(0);
    }

    /** A task that needs itself, even by way of others, would wait until the deadline: this order rules that out. */
    private static void requireAnOrder(List<TaskPlan> tasks) {
        Map<String, Integer> stages = HashMap.newHashMap(tasks.size());
        tasks.forEach(t -> stages.put(t.taskId(), t.stage()));
        Set<String> listed = HashSet.newHashSet(tasks.size());
        for (TaskPlan task : tasks) {
            for (String need : task.needs()) {
                int stage = stages.getOrDefault(need, Integer.MAX_VALUE);
                if (stage > task.stage() || (stage == task.stage() && !listed.contains(need))) {
                    throw new IllegalArgumentException("task " + task.taskId() + " needs " + need
                            + ", which is of no lower stage and not listed before it");
                }
            }
            if (!listed.add(task.taskId())) {
                throw new IllegalArgumentException("two tasks " + task.taskId());
            }
        }
    }
}
