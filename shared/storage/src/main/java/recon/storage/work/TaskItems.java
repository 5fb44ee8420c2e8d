package recon.storage.work;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A task as an item of its run. */
final class TaskItems {
    static final String TASK = "task";

    private TaskItems() {}

    static Map<String, AttributeValue> key(String runId, String taskId) {
        return Table.key(RunItems.partition(runId), Keys.join(TASK, taskId));
    }

    /** A task to be; one of a later stage is looked at when its stage opens, and does not fall due before. */
    static Item planned(RunPlan run, TaskPlan task, Instant now) {
        boolean held = run.firstStage() < task.stage();
        Instant dueAt = held ? Collections.max(List.of(task.notBefore(), now.plus(Gate.STAGE_WAIT))) : task.notBefore();
        return Item.at(RunItems.partition(run.runId()), Keys.join(TASK, task.taskId()))
                .text("run_id", run.runId())
                .text("task_id", task.taskId())
                .text("name", task.name())
                .text("account_id", task.accountId())
                .number("stage", task.stage())
                .with("needs", Values.list(task.needs()))
                .text("state", TaskState.PLANNED.name())
                .with("cursor", Values.texts(Map.of()))
                .with("attributes", Values.texts(task.attributes()))
                .time("not_before", task.notBefore())
                .number("lease", 0)
                .number("attempts", 0)
                .with("totals", Values.numbers(Map.of()))
                .text("reason", held ? Gate.LOWER_STAGE : "")
                .text(Schema.DUE_KIND, run.kind())
                .time(Schema.DUE_AT, dueAt)
                .build();
    }

    static Task read(Item item) {
        return new Task(
                item.text("run_id"),
                item.text("task_id"),
                item.text("name"),
                item.text("account_id"),
                item.count("stage"),
                Set.copyOf(item.list("needs")),
                TaskState.valueOf(item.text("state")),
                item.texts("cursor"),
                item.texts("attributes"),
                item.time("not_before"),
                item.number("lease"),
                item.count("attempts"),
                item.numbers("totals"),
                item.text("reason"));
    }
}
