package recon.storage.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

/** Runs, sweeper and worker over one installation, a clock that moves by hand, and a bus that remembers. */
final class Plant {
    static final LocalDate DAY = LocalDate.parse("2026-01-05");
    static final Instant START = Instant.parse("2026-01-06T00:00:00Z");
    static final Instant DEADLINE = Instant.parse("2026-01-07T00:00:00Z");
    static final Slice ENDLESS = () -> false;

    final Calls calls = new Calls();
    final List<DomainEvent> told = new CopyOnWriteArrayList<>();
    final Runs runs;
    final Sweeper sweeper;
    final Worker worker;
    final WorkQueue queue;
    private final Duration pace;
    private Instant now = START;

    Plant(Installation installation) {
        this(installation, Duration.ZERO);
    }

    /** A plant whose sweeper comes no more often than that when there is nothing to do. */
    Plant(Installation installation, Duration pace) {
        this.pace = pace;
        Installation watched = installation.watched(calls);
        InstantSource clock = this::now;
        EventBus bus = calls.watch((EventBus) told::addAll);
        runs = new Runs(watched.clients(), watched.settings(), clock);
        sweeper = new Sweeper(watched.clients(), watched.settings(), bus);
        worker = new Worker(watched.clients(), watched.settings(), clock);
        queue = WorkQueue.of(watched.clients(), watched.settings(), "collect");
    }

    Instant now() {
        return now;
    }

    void sleep(Duration duration) {
        now = now.plus(duration);
    }

    int sweep() {
        return sweeper.sweep(now);
    }

    /** The messages that are there; taking them deletes them, as a function does that worked on them. */
    List<String> messages() {
        List<String> bodies = new ArrayList<>();
        for (List<Received> got = take(); !got.isEmpty(); got = take()) {
            got.forEach(m -> bodies.add(m.body()));
            queue.delete(got);
        }
        return bodies;
    }

    private List<Received> take() {
        return queue.receive(10, Duration.ZERO);
    }

    void work(String message, Step step) {
        worker.work(message, step, ENDLESS);
    }

    /** Sweeps, works and jumps to the next due time until nothing is due any more. */
    void drain(Step step) {
        for (int round = 0; round < 2000; round++) {
            int swept = sweep();
            List<String> messages = messages();
            messages.forEach(m -> work(m, step));
            if (swept == 0 && messages.isEmpty()) {
                Instant next = runs.nextDue().orElse(Instant.MAX);
                if (next.equals(Instant.MAX)) {
                    return;
                }
                now = Collections.max(List.of(next, now, now.plus(pace)));
            }
        }
        throw new AssertionError("never comes to an end");
    }

    static RunPlan plan(String runId, TaskPlan... tasks) {
        return new RunPlan(
                runId, "collect", DAY, DEADLINE, Map.of("day", "2026-01-05"), List.of(tasks), "CollectionCompleted");
    }

    static TaskPlan task(String id, int stage, String... needs) {
        return new TaskPlan(id, "name of " + id, "7", stage, Set.of(needs), START, Map.of("pages", "3"));
    }

    /** Reads as many pages as the task says, ten rows each. */
    static StepOutcome pages(Task task, Run run) {
        int page = Integer.parseInt(task.cursor().getOrDefault("page", "0")) + 1;
        Map<String, String> cursor = Map.of("page", Integer.toString(page));
        Map<String, Long> added = Map.of("rows", 10L);
        return page == Integer.parseInt(task.attributes().get("pages"))
                ? new StepOutcome.Done(cursor, added)
                : new StepOutcome.Proceed(cursor, added);
    }

    TaskState state(String runId, String taskId) {
        return get(runId, taskId).state();
    }

    Task get(String runId, String taskId) {
        return runs.tasks(runId).stream()
                .filter(t -> t.taskId().equals(taskId))
                .findFirst()
                .orElseThrow();
    }

    Run run(String runId) {
        return runs.run(runId).orElseThrow();
    }
}
