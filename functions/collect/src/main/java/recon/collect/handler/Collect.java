package recon.collect.handler;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import recon.collect.page.Pages;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.DownloadPlan;
import recon.collect.plan.FuturesPlan;
import recon.storage.event.FuturesRequest;
import recon.storage.work.Runs;
import recon.storage.work.Slice;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** The use cases of this function. */
public final class Collect {
    private final DailyPlan plan;
    private final FuturesPlan futures;
    private final DownloadPlan downloads;
    private final Runs runs;
    private final Sweeper sweeper;
    private final Worker worker;
    private final Pages pages;
    private final InstantSource clock;

    public Collect(
            DailyPlan plan,
            FuturesPlan futures,
            DownloadPlan downloads,
            Runs runs,
            Sweeper sweeper,
            Worker worker,
            Pages pages,
            InstantSource clock) {
        this.plan = requireNonNull(plan, "plan is null");
        this.futures = requireNonNull(futures, "futures is null");
        this.downloads = requireNonNull(downloads, "downloads is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.sweeper = requireNonNull(sweeper, "sweeper is null");
        this.worker = requireNonNull(worker, "worker is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans the run that closes a day; planning it again changes nothing.
     *
     * @return the run's id
     */
    String plan(CollectEvent.Planned planned) {
        var run = plan.of(planned.day(), planned.attempt(), clock.instant(), planned.atOnce());
        runs.plan(run);
        sweep();
        return run.runId();
    }

    /**
     * Plans what is read for futures positions at a moment; planning it again changes nothing.
     *
     * @return the run's id
     */
    String planFutures(Instant scheduled) {
        var run = futures.of(scheduled, clock.instant());
        runs.plan(run);
        sweep();
        return run.runId();
    }

    /**
     * Plans the download of some UTC days of history in futures; planning them again changes nothing.
     *
     * @return the run's id
     */
    String downloadFutures(LocalDate from, LocalDate to) {
        var run = downloads.of(from, to, clock.instant());
        runs.plan(run);
        sweep();
        return run.runId();
    }

    /** Sends what is due; says how many things were. */
    public int sweep() {
        return sweeper.sweep(clock.instant());
    }

    /** Works on one task until it ends, waits or the slice is used up; what asks for futures again is planned. */
    public void work(String message, Slice slice) {
        if (FuturesRequest.is(message)) {
            runs.plan(futures.of(FuturesRequest.of(message), clock.instant()));
            sweep();
        } else {
            worker.work(message, pages.step(), slice);
        }
    }
}
