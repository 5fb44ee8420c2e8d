package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/** The runs: planned once, and looked at. */
public final class Runs {
    private final WorkTable work;
    private final Planner planner;

    /** @param clock tells when a run without tasks was completed */
    public Runs(AwsClients clients, AwsSettings settings, InstantSource clock) {
        requireNonNull(clock, "clock is null");
        this.work = new WorkTable(new Table(clients.dynamodb(), settings.table(Schema.RUNS)));
        this.planner = new Planner(work, clock);
    }

    /**
     * Writes a run and its tasks, and then opens it; a planner that was cut is continued by the next call with the same
     * plan.
     *
     * @return whether this call opened the run; false if it was open or completed before
     */
    public boolean plan(RunPlan plan) {
        return planner.plan(plan);
    }

    public Optional<Run> run(String runId) {
        return work.run(runId);
    }

    /** All tasks of a run, by id. */
    public List<Task> tasks(String runId) {
        return work.tasks(runId);
    }

    /** Those of a run that are there of these tasks, in no order. */
    public List<Task> tasks(String runId, Collection<String> taskIds) {
        return work.tasks(runId, taskIds);
    }

    /** The earliest time at which a task, an event or a deadline falls due; it may have passed. */
    public Optional<Instant> nextDue() {
        return nextDue(Schema.KINDS);
    }

    /** The same of runs of these kinds. */
    public Optional<Instant> nextDue(Collection<String> kinds) {
        return kinds.stream().flatMap(kind -> work.nextDue(kind).stream()).min(Instant::compareTo);
    }
}
