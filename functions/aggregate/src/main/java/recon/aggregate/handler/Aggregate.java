package recon.aggregate.handler;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import recon.aggregate.fold.FoldStep;
import recon.aggregate.plan.AggregationPlan;
import recon.aggregate.report.ReportStep;
import recon.storage.archive.Archive;
import recon.storage.event.Collected;
import recon.storage.event.CollectionCompleted;
import recon.storage.work.Run;
import recon.storage.work.Runs;
import recon.storage.work.Slice;
import recon.storage.work.StepOutcome;
import recon.storage.work.Sweeper;
import recon.storage.work.Task;
import recon.storage.work.Worker;

/** The use cases of this function. */
public final class Aggregate {
    private final Archive archive;
    private final Runs runs;
    private final Sweeper sweeper;
    private final Worker worker;
    private final FoldStep fold;
    private final ReportStep report;
    private final InstantSource clock;

    /** @param archive keeps what was told */
    public Aggregate(
            Archive archive,
            Runs runs,
            Sweeper sweeper,
            Worker worker,
            FoldStep fold,
            ReportStep report,
            InstantSource clock) {
        this.archive = requireNonNull(archive, "archive is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.sweeper = requireNonNull(sweeper, "sweeper is null");
        this.worker = requireNonNull(worker, "worker is null");
        this.fold = requireNonNull(fold, "fold is null");
        this.report = requireNonNull(report, "report is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans what a finished collection of futures sets off; the event may come twice. Others set off nothing. It is archived
     * first: from the archive alone the same can be done again, with what was known then.
     *
     * @param envelope the event as it came
     */
    public void collected(CollectionCompleted collected, String envelope) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean replayed = collected.attributes().containsKey(Collected.REPLAYED_BY);
        if (collected.futures() && !replayed && !planned(collected)) {
            Collected.keep(archive, Collected.FUTURES_SOURCE, envelope, now);
        }
        plan(collected, now);
    }

    private boolean planned(CollectionCompleted collected) {
        return runs.run(AggregationPlan.runId(collected.runId())).isPresent();
    }

    /** Plans what somebody wants who collected nothing: that all is made anew of what there is. */
    public void requested(CollectionCompleted request) {
        plan(request, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void plan(CollectionCompleted collected, Instant now) {
        if (collected.futures()) {
            Instant told = Optional.ofNullable(collected.attributes().get(Collected.TOLD_AT))
                    .map(Instant::parse)
                    .orElse(now);
            runs.plan(AggregationPlan.of(collected, told, now));
            sweeper.sweep(now);
        }
    }

    /** Works on one task until it ends or the slice is used up. */
    public void work(String message, Slice slice) {
        worker.work(message, this::step, slice);
    }

    private StepOutcome step(Task task, Run run) {
        return switch (task.name()) {
            case AggregationPlan.FOLD -> fold.fold(task, run);
            case AggregationPlan.REPORT -> report.report(task, run);
            default -> new StepOutcome.Failed("no task is called " + task.name());
        };
    }
}
