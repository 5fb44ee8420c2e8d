package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.event.EventBus;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Lanes;
import recon.storage.item.Table;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;

/**
 * Moves on whatever is due: sends tasks whose time has come or whose lease ran out, tells the events of completed runs,
 * and completes runs past their deadline. Several may sweep at once.
 */
public final class Sweeper {
    /** Due items of a kind that one sweep looks at; the next one goes on from there. */
    static final int MOST_PER_KIND = 1000;

    private static final int SENT_TOGETHER = 40;

    private final AwsClients clients;
    private final AwsSettings settings;
    private final EventBus bus;
    private final List<String> kinds;
    private final WorkTable work;
    private final Leases leases;
    private final Endings endings;
    private final Deadlines deadlines;
    private final Map<String, WorkQueue> queues = new ConcurrentHashMap<>();

    public Sweeper(AwsClients clients, AwsSettings settings, EventBus bus) {
        this(clients, settings, bus, Schema.KINDS);
    }

    /** @param kinds of runs; those of other kinds are left alone */
    public Sweeper(AwsClients clients, AwsSettings settings, EventBus bus, Collection<String> kinds) {
        this.kinds = List.copyOf(kinds);
        this.clients = requireNonNull(clients, "clients is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.bus = requireNonNull(bus, "bus is null");
        this.work = new WorkTable(new Table(clients.dynamodb(), settings.table(Schema.RUNS)));
        this.leases = new Leases(work.table());
        this.endings = new Endings(work);
        this.deadlines = new Deadlines(work);
    }

    /**
     * Looks at what is due, at most 1,000 items of each kind. What fails does not keep the rest from being swept, and is
     * thrown at the end.
     *
     * @return how many messages were sent, events told and runs completed; 0 when there is nothing more to do now
     */
    public int sweep(Instant now) {
        Failures failures = new Failures();
        int done = kinds.stream().mapToInt(kind -> sweep(kind, now, failures)).sum();
        failures.rethrow();
        return done;
    }

    private int sweep(String kind, Instant now, Failures failures) {
        List<Item> due = work.due(kind, now, MOST_PER_KIND);
        int done = 0;
        for (Item item : with(due, RunItems.RUN)) {
            done += failures.count(() -> deadlines.complete(RunItems.runId(item), now) ? 1 : 0);
        }
        List<Item> tasks = due.stream()
                .filter(i -> i.sort().startsWith(Keys.prefix(TaskItems.TASK)))
                .toList();
        for (List<Item> chunk : Batches.chunks(tasks, SENT_TOGETHER)) {
            done += failures.count(() -> send(kind, chunk, now));
        }
        for (Item item : with(due, Outbox.OUTBOX)) {
            done += failures.count(() -> tell(item, now));
        }
        return done;
    }

    private static List<Item> with(List<Item> due, String sort) {
        return due.stream().filter(i -> i.sort().equals(sort)).toList();
    }

    /** The state changes before the message goes: a worker never meets a message before its lease counts. */
    private int send(String kind, List<Item> due, Instant now) {
        List<Callable<Optional<Task>>> calls = due.stream()
                .map(i -> (Callable<Optional<Task>>)
                        () -> leases.send(i.key(), TaskState.valueOf(i.text("state")), i.number("lease"), now))
                .toList();
        List<Task> sent = Lanes.all(calls).stream().flatMap(Optional::stream).toList();
        sent.stream()
                .filter(t -> Attempts.exhausted(t.attempts()))
                .forEach(t -> endings.end(
                        Ending.failed(t, "given up after " + t.attempts() + " attempts, at last abandoned"), now));
        queues.computeIfAbsent(kind, k -> WorkQueue.of(clients, settings, k))
                .sendAll(sent.stream()
                        .filter(t -> !Attempts.exhausted(t.attempts()))
                        .map(t -> new TaskMessage(t.runId(), t.taskId(), t.lease()).body())
                        .toList());
        return sent.size();
    }

    private int tell(Item due, Instant now) {
        Optional<Item> outbox = work.table().get(due.key()).filter(i -> i.has(Schema.DUE_AT));
        outbox.ifPresent(item -> {
            bus.publish(List.of(Outbox.read(item)));
            Outbox.told(work.table(), item.key(), now);
        });
        return outbox.isPresent() ? 1 : 0;
    }
}
