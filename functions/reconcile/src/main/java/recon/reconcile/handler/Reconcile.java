package recon.reconcile.handler;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import recon.ledger.setting.Settlement;
import recon.reconcile.close.CloseStep;
import recon.reconcile.integrity.IntegrityStep;
import recon.reconcile.plan.ReconciliationPlan;
import recon.reconcile.report.ReportStep;
import recon.storage.archive.Archive;
import recon.storage.event.Collected;
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
public final class Reconcile {
    private final Archive archive;
    private final Runs runs;
    private final Sweeper sweeper;
    private final Worker worker;
    private final CloseStep close;
    private final ReportStep report;
    private final IntegrityStep integrity;
    private final Settlement settlement;
    private final InstantSource clock;

    /** @param settlement when a day is closed for good */
    public Reconcile(
            Archive archive,
            Runs runs,
            Sweeper sweeper,
            Worker worker,
            CloseStep close,
            ReportStep report,
            IntegrityStep integrity,
            Settlement settlement,
            InstantSource clock) {
        this.archive = requireNonNull(archive, "archive is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.sweeper = requireNonNull(sweeper, "sweeper is null");
        this.worker = requireNonNull(worker, "worker is null");
        this.close = requireNonNull(close, "close is null");
        this.report = requireNonNull(report, "report is null");
        this.integrity = requireNonNull(integrity, "integrity is null");
        this.settlement = requireNonNull(settlement, "settlement is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans what a finished collection sets off; the event may come twice. It is archived first: from the archive alone
     * the same days can be closed again.
     *
     * @param envelope the event as it came
     * @return the run's id
     */
    public String plan(CollectionCompleted collected, String envelope) {
        RunPlan plan = ReconciliationPlan.of(collected, settlement, clock.instant());
        if (runs.run(plan.runId()).isEmpty()) {
            Collected.keep(archive, Collected.SOURCE, envelope, clock.instant());
        }
        runs.plan(plan);
        sweeper.sweep(clock.instant());
        return plan.runId();
    }

    /** Works on one task until it ends or the slice is used up. */
    public void work(String message, Slice slice) {
        worker.work(message, this::step, slice);
    }

    private StepOutcome step(Task task, Run run) {
        return switch (task.name()) {
            case ReconciliationPlan.CLOSE -> close.close(task);
            case ReconciliationPlan.REPORT -> report.report(task, run);
            case ReconciliationPlan.INTEGRITY -> integrity.check(task, run);
            default -> new StepOutcome.Failed("no task is called " + task.name());
        };
    }
}
