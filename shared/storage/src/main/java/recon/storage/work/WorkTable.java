package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.StorageException;
import recon.storage.item.Batches;
import recon.storage.item.Change;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads runs and tasks, strongly consistent, and the index of what falls due, which is not. */
final class WorkTable {
    private final Table table;

    WorkTable(Table table) {
        this.table = requireNonNull(table, "table is null");
    }

    Table table() {
        return table;
    }

    Optional<Run> run(String runId) {
        return table.get(RunItems.key(runId)).map(RunItems::read);
    }

    Run requireRun(String runId) {
        return run(runId).orElseThrow(() -> new StorageException.Missing("run", runId));
    }

    Optional<Task> task(String runId, String taskId) {
        return table.get(TaskItems.key(runId, taskId)).map(TaskItems::read);
    }

    List<Task> tasks(String runId) {
        return table.query(RunItems.partition(runId)).prefix(Keys.prefix(TaskItems.TASK)).stream()
                .map(TaskItems::read)
                .toList();
    }

    List<Task> tasks(String runId, Collection<String> taskIds) {
        return new Batches(table)
                .get(taskIds.stream().map(id -> TaskItems.key(runId, id)).toList()).stream()
                        .map(TaskItems::read)
                        .toList();
    }

    /** Lets the work begin: no task is added from now on. Empty if the run was not being planned. */
    Optional<Run> open(String runId) {
        return table.update(
                        RunItems.key(runId),
                        new Change(
                                "set #state = :open",
                                "#state = :planning",
                                Map.of(
                                        ":open", Values.text(RunState.OPEN.name()),
                                        ":planning", Values.text(RunState.PLANNING.name()))))
                .map(RunItems::read);
    }

    /** What of a kind is due, the longest overdue first; keys, state and lease only, and perhaps not the newest. */
    List<Item> due(String kind, Instant now, int limit) {
        return table
                .client()
                .queryPaginator(index(kind, "#due_kind = :kind and #due_at <= :now")
                        .expressionAttributeNames(Map.of("#due_kind", Schema.DUE_KIND, "#due_at", Schema.DUE_AT))
                        .expressionAttributeValues(Map.of(":kind", Values.text(kind), ":now", Values.time(now)))
                        .limit(limit)
                        .build())
                .items()
                .stream()
                .limit(limit)
                .map(Item::new)
                .toList();
    }

    /** When the next of a kind falls due. */
    Optional<Instant> nextDue(String kind) {
        return table
                .client()
                .query(index(kind, "#due_kind = :kind")
                        .expressionAttributeNames(Map.of("#due_kind", Schema.DUE_KIND))
                        .expressionAttributeValues(Map.of(":kind", Values.text(kind)))
                        .limit(1)
                        .build())
                .items()
                .stream()
                .map(i -> new Item(i).time(Schema.DUE_AT))
                .findFirst();
    }

    private QueryRequest.Builder index(String kind, String condition) {
        requireNonNull(kind, "kind is null");
        return QueryRequest.builder()
                .tableName(table.name())
                .indexName(Schema.DUE_INDEX)
                .keyConditionExpression(condition);
    }
}
