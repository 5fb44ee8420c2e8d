package recon.storage.work;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.storage.item.Change;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every change of an open task, each under the condition that nobody changed it since. Empty means that somebody did:
 * the lease is lost, and who held it stops.
 */
final class Leases {
    /** How long a message or a worker counts before another takes its place: as long as a function may run. */
    static final Duration LENGTH = Duration.ofMinutes(15);

    private static final String HELD = "#state = :running and #lease = :lease";

    private final Table table;

    Leases(Table table) {
        this.table = requireNonNull(table, "table is null");
    }

    /** A worker takes the task that a message is about. */
    Optional<Task> claim(TaskMessage message, Instant now) {
        return change(
                message.runId(),
                message.taskId(),
                new Change(
                        "set #state = :running, #due_at = :until",
                        "#state = :sent and #lease = :lease",
                        Map.of(
                                ":running", state(TaskState.RUNNING),
                                ":sent", state(TaskState.SENT),
                                ":lease", Values.number(message.lease()),
                                ":until", Values.time(now.plus(LENGTH)))));
    }

    /** One page is done. */
    Optional<Task> proceed(Task task, StepOutcome.Proceed outcome) {
        return change(
                task.runId(),
                task.taskId(),
                new Change(
                        "set #cursor = :cursor, #totals = :totals, #attempts = :none, #reason = :empty",
                        HELD,
                        Map.of(
                                ":running", state(TaskState.RUNNING),
                                ":lease", Values.number(task.lease()),
                                ":cursor", Values.texts(outcome.cursor()),
                                ":totals", Values.numbers(sum(task.totals(), outcome.totals())),
                                ":none", Values.number(0),
                                ":empty", Values.text(""))));
    }

    /** A worker gives the task back; if its time has come already it is as good as sent, and the caller sends it. */
    Optional<Task> putBack(Task task, StepOutcome.PutBack outcome, Instant now) {
        boolean atOnce = !outcome.notBefore().isAfter(now);
        return change(
                task.runId(),
                task.taskId(),
                new Change(
                        "set #state = :next, #lease = #lease + :one, #due_at = :due, #not_before = :not_before,"
                                + " #cursor = :cursor, #totals = :totals, #reason = :reason,"
                                + " #attempts = #attempts + :error",
                        HELD,
                        Map.ofEntries(
                                entry(":running", state(TaskState.RUNNING)),
                                entry(":lease", Values.number(task.lease())),
                                entry(":next", state(atOnce ? TaskState.SENT : TaskState.PLANNED)),
                                entry(":one", Values.number(1)),
                                entry(":due", Values.time(atOnce ? now.plus(LENGTH) : outcome.notBefore())),
                                entry(":not_before", Values.time(outcome.notBefore())),
                                entry(":cursor", Values.texts(outcome.cursor())),
                                entry(":totals", Values.numbers(sum(task.totals(), outcome.totals()))),
                                entry(":reason", Values.text(outcome.reason())),
                                entry(":error", Values.number(outcome.error() ? 1 : 0)))));
    }

    /** A worker gives back a task that has to wait for others, until they let it go or that time at the latest. */
    Optional<Task> await(Task task, Instant until, String reason) {
        return change(
                task.runId(),
                task.taskId(),
                new Change(
                        "set #state = :planned, #lease = #lease + :one, #due_at = :until, #reason = :reason",
                        HELD,
                        Map.of(
                                ":running", state(TaskState.RUNNING),
                                ":lease", Values.number(task.lease()),
                                ":planned", state(TaskState.PLANNED),
                                ":one", Values.number(1),
                                ":until", Values.time(until),
                                ":reason", Values.text(reason))));
    }

    /** The sweeper makes the task ready to be sent (again): from now on only a message with the new lease counts. */
    Optional<Task> send(Map<String, AttributeValue> key, TaskState seen, long lease, Instant now) {
        return table.update(
                        key,
                        new Change(
                                "set #state = :sent, #lease = #lease + :one, #due_at = :until,"
                                        + " #attempts = #attempts + :abandoned",
                                "#state = :seen and #lease = :lease and #due_at <= :now",
                                Map.of(
                                        ":sent", state(TaskState.SENT),
                                        ":seen", state(seen),
                                        ":lease", Values.number(lease),
                                        ":one", Values.number(1),
                                        ":now", Values.time(now),
                                        ":until", Values.time(now.plus(LENGTH)),
                                        ":abandoned", Values.number(seen == TaskState.RUNNING ? 1 : 0))))
                .map(TaskItems::read);
    }

    /** Two tallies together. */
    static Map<String, Long> sum(Map<String, Long> before, Map<String, Long> more) {
        Map<String, Long> all = new HashMap<>(before);
        more.forEach((name, added) -> all.merge(name, added, Math::addExact));
        return all;
    }

    static AttributeValue state(TaskState state) {
        return Values.text(state.name());
    }

    private Optional<Task> change(String runId, String taskId, Change change) {
        return table.update(TaskItems.key(runId, taskId), change).map(TaskItems::read);
    }
}
