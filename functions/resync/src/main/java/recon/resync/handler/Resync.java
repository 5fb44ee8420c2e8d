package recon.resync.handler;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import recon.ledger.position.entry.AnnotationChange;
import recon.ledger.position.entry.AnnotationKey;
import recon.resync.futures.AccountStatus;
import recon.resync.futures.FuturesSyncs;
import recon.resync.futures.SyncedAccounts;
import recon.resync.plan.Replays;
import recon.resync.replay.Replay;
import recon.storage.position.AnnotationBook;
import recon.storage.work.Runs;
import recon.storage.work.Slice;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** The use cases of this function. */
public final class Resync {
    private final Replays replays;
    private final Runs runs;
    private final Sweeper sweeper;
    private final Worker worker;
    private final Replay replay;
    private final FuturesSyncs futures;
    private final SyncedAccounts synced;
    private final AnnotationBook annotations;
    private final InstantSource clock;

    public Resync(
            Replays replays,
            Runs runs,
            Sweeper sweeper,
            Worker worker,
            Replay replay,
            FuturesSyncs futures,
            SyncedAccounts synced,
            AnnotationBook annotations,
            InstantSource clock) {
        this.replays = requireNonNull(replays, "replays is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.sweeper = requireNonNull(sweeper, "sweeper is null");
        this.worker = requireNonNull(worker, "worker is null");
        this.replay = requireNonNull(replay, "replay is null");
        this.futures = requireNonNull(futures, "futures is null");
        this.synced = requireNonNull(synced, "synced is null");
        this.annotations = requireNonNull(annotations, "annotations is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans the replay of what was received on these UTC days, both included, and begins with it.
     *
     * @param from empty for the first day of the archive
     * @param to empty for the last
     * @return the run's id
     */
    public String replay(Optional<LocalDate> from, Optional<LocalDate> to) {
        String runId = replays.plan(from, to);
        sweeper.sweep(clock.instant());
        return runId;
    }

    /**
     * How far a replay has come.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public ReplayStatus status(String runId) {
        return runs.run(runId)
                .map(run -> ReplayStatus.of(run, runs.tasks(runId)))
                .orElseThrow(() -> new IllegalArgumentException("no run is called " + runId));
    }

    /** How old the trade entries of accounts are; see {@link SyncedAccounts#status}. */
    public List<AccountStatus> status(List<String> accounts) {
        return synced.status(accounts);
    }

    /**
     * Builds the trade entries of futures anew.
     *
     * @param accounts their uids; empty for all
     * @param archiveOnly whether the exchange is not to be asked
     * @return the id of the run that this follows
     */
    public String full(List<String> accounts, boolean archiveOnly) {
        return archiveOnly ? futures.fromTheArchive(accounts) : futures.full(accounts);
    }

    /** Has a window of futures read again; see {@link FuturesSyncs#window}. */
    public String window(List<String> accounts, List<String> symbols, LocalDate from, LocalDate to) {
        return futures.window(accounts, symbols, from, to);
    }

    /**
     * Writes about a trade.
     *
     * @param binanceTradeId which
     * @return how often something was written about it
     */
    public long annotate(String binanceTradeId, AnnotationChange change) {
        return annotations
                .write(AnnotationKey.of(binanceTradeId), change::after)
                .version();
    }

    /** Works on one task until it ends, waits or the slice is used up. */
    public void work(String message, Slice slice) {
        worker.work(message, replay.step(), slice);
    }
}
