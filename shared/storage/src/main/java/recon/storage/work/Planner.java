package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import recon.storage.item.Batches;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes plans. A task is written only while its run is being planned and only if it is not there: neither a second
 * planner nor a late one can set back a task that has moved on.
 */
final class Planner {
    private static final int TASKS_AT_ONCE = Verdict.MOST_WRITES - 1;
    private static final Map<String, AttributeValue> PLANNING =
            Map.of(":planning", Values.text(RunState.PLANNING.name()));

    private final WorkTable work;
    private final Endings endings;
    private final InstantSource clock;

    Planner(WorkTable work, InstantSource clock) {
        this.work = requireNonNull(work, "work is null");
        this.endings = new Endings(work);
        this.clock = requireNonNull(clock, "clock is null");
    }

    boolean plan(RunPlan plan) {
        boolean began = table().put(RunItems.planning(plan), "attribute_not_exists(#pk)", Map.of());
        return Retry.until("planning run " + plan.runId(), () -> writeAndOpen(plan, began));
    }

    private Optional<Boolean> writeAndOpen(RunPlan plan, boolean began) {
        Run run = work.requireRun(plan.runId());
        if (run.state() != RunState.PLANNING) {
            complete(run);
            return Optional.of(false);
        }
        if (run.tasks() != plan.tasks().size()) {
            throw new IllegalArgumentException("run " + plan.runId() + " was begun with " + run.tasks()
                    + " tasks and cannot be continued with " + plan.tasks().size());
        }
        Set<String> written = began
                ? Set.of()
                : work.tasks(plan.runId()).stream().map(Task::taskId).collect(Collectors.toSet());
        List<TaskPlan> missing =
                plan.tasks().stream().filter(t -> !written.contains(t.taskId())).toList();
        return write(plan, missing) ? Optional.of(open(plan.runId())) : Optional.empty();
    }

    private boolean write(RunPlan plan, List<TaskPlan> missing) {
        List<Callable<Boolean>> chunks = Batches.chunks(missing, TASKS_AT_ONCE).stream()
                .map(chunk -> (Callable<Boolean>) () -> writeChunk(plan, chunk))
                .toList();
        return Lanes.all(chunks).stream().allMatch(Boolean::booleanValue);
    }

    private boolean writeChunk(RunPlan plan, List<TaskPlan> chunk) {
        Instant now = clock.instant();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(table().name())
                        .key(RunItems.key(plan.runId()))
                        .conditionExpression("#state = :planning")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(PLANNING)
                        .build())
                .build());
        chunk.forEach(t ->
                writes.add(table().putting(TaskItems.planned(plan, t, now), "attribute_not_exists(#pk)", Map.of())));
        return table().transact(writes) instanceof Verdict.Written;
    }

    private boolean open(String runId) {
        Optional<Run> opened = work.open(runId);
        opened.ifPresent(this::complete);
        return opened.isPresent();
    }

    /** A run without tasks has no last task that would complete it. */
    private void complete(Run run) {
        if (run.state() == RunState.OPEN && run.tasks() == 0) {
            endings.end(run.runId(), List.of(), 0, clock.instant());
        }
    }

    private Table table() {
        return work.table();
    }
}
