package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.storage.event.DomainEvent;
import recon.storage.item.Change;
import recon.storage.item.Item;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The event of a completed run, written with its completion and kept after it was told. */
final class Outbox {
    static final String OUTBOX = "outbox";

    private final WorkTable work;

    Outbox(WorkTable work) {
        this.work = requireNonNull(work, "work is null");
    }

    /** The event of a run that completes with these last endings; it falls due at once. */
    Item item(Run run, List<Ending> last, Instant now) {
        Map<String, Ending> ending =
                last.stream().collect(Collectors.toMap(e -> e.task().taskId(), Function.identity()));
        Stream<Ended> before = work.tasks(run.runId()).stream()
                .filter(t -> !ending.containsKey(t.taskId()))
                .map(Ended::of);
        List<Ended> all = Stream.concat(before, last.stream().map(Ended::of)).toList();
        return Item.at(RunItems.partition(run.runId()), OUTBOX)
                .text("event_id", run.completedEventType() + "#" + run.runId())
                .text("event_type", run.completedEventType())
                .text("event_source", "recon." + run.kind())
                .time("completed_at", now)
                .text("detail", CompletionDetail.json(run, all))
                .text(Schema.DUE_KIND, run.kind())
                .time(Schema.DUE_AT, now)
                .build();
    }

    static DomainEvent read(Item item) {
        return new DomainEvent(
                item.text("event_id"),
                item.text("event_type"),
                item.text("event_source"),
                item.time("completed_at"),
                item.text("detail"));
    }

    /** The event was told; until this is written it will be told again. */
    static void told(Table table, Map<String, AttributeValue> key, Instant now) {
        table.update(
                key,
                new Change(
                        "set #published_at = :now remove #due_kind, #due_at",
                        "attribute_exists(#event_id)",
                        Map.of(":now", Values.time(now))));
    }
}
