package recon.aggregate.handler;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import recon.aggregate.fold.FoldStep;
import recon.aggregate.plan.AggregationPlan;
import recon.aggregate.report.ReportStep;
import recon.storage.event.CollectionCompleted;
import recon.storage.work.Run;
import recon.storage.work.RunPlan;
import recon.storage.work.Runs;
import recon.storage.work.Slice;
import recon.storage.work.StepOutcome;
import recon.storage.work.Sweeper;
import recon.storage.work.Task;
import recon.storage.work.Worker;

/** The use cases of this function. */
public final class Aggregate {
    private final Runs runs;
    private final Sweeper sweeper;
    private final Worker worker;
    private final FoldStep fold;
    private final ReportStep report;
    private final InstantSource clock;

    public Aggregate(Runs runs, Sweeper sweeper, Worker worker, FoldStep fold, ReportStep report, InstantSource clock) {
        this.runs = requireNonNull(runs, "runs is null");
        this.sweeper = requireNonNull(sweeper, "sweeper is null");
        this.worker = requireNonNull(worker, "worker is null");
        this.fold = requireNonNull(fold, "fold is null");
        this.report = requireNonNull(report, "report is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Plans what a finished collection of futures sets off; the event may come twice. Others set off nothing. */
    public void plan(CollectionCompleted collected) {
        if (collected.futures()) {
            RunPlan plan = AggregationPlan.of(collected, clock.instant());
            runs.plan(plan);
            sweeper.sweep(clock.instant());
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
