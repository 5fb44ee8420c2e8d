package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Table;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;

/** Works on the task that a message is about, page by page, until it ends, is put back or is lost to another worker. */
public final class Worker {
    /** Steps of one message: a step that never comes to an end cannot hold a worker for ever. */
    static final int MOST_STEPS = 10_000;

    private final AwsClients clients;
    private final AwsSettings settings;
    private final InstantSource clock;
    private final WorkTable work;
    private final Leases leases;
    private final Endings endings;
    private final Map<String, WorkQueue> queues = new ConcurrentHashMap<>();

    public Worker(AwsClients clients, AwsSettings settings, InstantSource clock) {
        this.clients = requireNonNull(clients, "clients is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
        Table table = new Table(clients.dynamodb(), settings.table(Schema.RUNS));
        this.work = new WorkTable(table);
        this.leases = new Leases(table);
        this.endings = new Endings(work);
    }

    /**
     * Works on one message. A message whose lease is no longer the task's is dropped; one that is no message of ours is
     * an error, so that it ends in the dead-letter queue.
     *
     * @param messageBody as it came from the queue
     * @param step does one page
     * @param slice asked after each page whether there is time for another
     */
    public void work(String messageBody, Step step, Slice slice) {
        requireNonNull(step, "step is null");
        requireNonNull(slice, "slice is null");
        Optional<Task> claimed = leases.claim(TaskMessage.of(messageBody), clock.instant());
        if (claimed.isEmpty()) {
            return;
        }
        Task task = claimed.orElseThrow();
        Run run = work.requireRun(task.runId());
        switch (Gate.of(work, run, task)) {
            case Gate.Open() -> pages(task, run, step, slice);
            case Gate.Later later -> leases.await(task, clock.instant().plus(later.wait(task)), later.reason());
            case Gate.Never(String reason) -> endings.end(Ending.skipped(task, reason), run, clock.instant());
        }
    }

    private void pages(Task first, Run run, Step step, Slice slice) {
        Task task = first;
        for (int steps = 1; ; steps++) {
            StepOutcome outcome = Attempts.guard(step, task, run, clock.instant());
            if (!(outcome instanceof StepOutcome.Proceed proceed)) {
                settle(task, run, outcome);
                return;
            }
            Optional<Task> next = leases.proceed(task, proceed);
            if (next.isEmpty()) {
                return;
            }
            task = next.orElseThrow();
            if (steps == MOST_STEPS || slice.exhausted()) {
                settle(task, run, new StepOutcome.PutBack(task.cursor(), clock.instant(), "", false, Map.of()));
                return;
            }
        }
    }

    private void settle(Task task, Run run, StepOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case StepOutcome.Proceed proceed -> leases.proceed(task, proceed);
            case StepOutcome.PutBack back ->
                leases.putBack(task, back, now)
                        .filter(t -> t.state() == TaskState.SENT)
                        .ifPresent(
                                t -> queue(run.kind()).send(new TaskMessage(t.runId(), t.taskId(), t.lease()).body()));
            case StepOutcome.Done done -> endings.end(Ending.done(task, done), run, now);
            case StepOutcome.Skipped skipped -> endings.end(Ending.skipped(task, skipped), run, now);
            case StepOutcome.Failed failed -> endings.end(Ending.failed(task, failed.reason()), run, now);
        }
    }

    private WorkQueue queue(String kind) {
        return queues.computeIfAbsent(kind, k -> WorkQueue.of(clients, settings, k));
    }
}
