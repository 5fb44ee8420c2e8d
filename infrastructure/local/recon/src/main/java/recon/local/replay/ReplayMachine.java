package recon.local.replay;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.aggregate.handler.Aggregate;
import recon.aggregate.handler.AggregateHandler;
import recon.aggregate.plan.AggregationPlan;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.local.bus.LocalBus;
import recon.local.driver.LocalFunction;
import recon.local.driver.WorkLoop;
import recon.local.machine.Aggregating;
import recon.local.machine.Mappers;
import recon.reconcile.close.CloseStep;
import recon.reconcile.handler.Reconcile;
import recon.reconcile.handler.ReconcileHandler;
import recon.reconcile.integrity.IntegrityStep;
import recon.reconcile.plan.ReconciliationPlan;
import recon.reconcile.report.ReportStep;
import recon.resync.futures.FuturesSyncs;
import recon.resync.futures.SyncedAccounts;
import recon.resync.handler.ReplayStatus;
import recon.resync.handler.Resync;
import recon.resync.handler.ResyncHandler;
import recon.resync.plan.ReplayPlan;
import recon.resync.plan.Replays;
import recon.resync.plan.Stock;
import recon.resync.replay.Replay;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.balance.BalanceTable;
import recon.storage.event.Collected;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.ledger.LedgerTable;
import recon.storage.position.AnnotationBook;
import recon.storage.position.AnnotationTable;
import recon.storage.position.EntryTable;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/**
 * The functions that a replay needs, over embedded stores. Runs of other kinds are left alone: those of books that
 * are in use may wait for something.
 */
final class ReplayMachine {
    private static final List<String> KINDS = List.of(ReplayPlan.KIND, ReconciliationPlan.KIND, AggregationPlan.KIND);
    private static final int TASKS = 10;

    private final Resync resync;
    private final WorkLoop loop;
    private final ArchiveIndex index;
    private final boolean inPlace;

    /**
     * @param archive where the archive is that is read
     * @param books where the books are that are written; may be the same
     * @param ledger how the exchange behaves where its documentation is silent
     * @param settlement when a day is closed for good
     */
    ReplayMachine(
            Place archive,
            Place books,
            LedgerSettings ledger,
            Settlement settlement,
            Mappers mappers,
            LeapingClock clock) {
        ObjectMapper events = mappers.events();
        inPlace = archive.equals(books);
        Map<String, WorkQueue> queues = Map.of(
                ReplayPlan.KIND, queue(books, ReplayPlan.KIND),
                ReconciliationPlan.KIND, queue(books, ReconciliationPlan.KIND),
                AggregationPlan.KIND, queue(books, AggregationPlan.KIND));
        LocalBus bus = new LocalBus(queues, events);
        Runs runs = new Runs(books.clients(), books.settings(), clock);
        Sweeper sweeper = new Sweeper(books.clients(), books.settings(), bus, KINDS);
        Worker worker = new Worker(books.clients(), books.settings(), clock);
        LedgerTable bookings = new LedgerTable(books.clients(), books.settings());
        BalanceTable balances = new BalanceTable(books.clients(), books.settings());
        Registry registry = new Registry(books.clients(), books.settings());
        index = new ArchiveIndex(archive.clients(), archive.settings());
        AnnotationTable annotations = new AnnotationTable(books.clients(), books.settings());
        SyncedAccounts synced =
                new SyncedAccounts(index, new EntryTable(books.clients(), books.settings(), clock), clock);
        resync = new Resync(
                new Replays(new Stock(index), runs, clock),
                runs,
                sweeper,
                worker,
                new Replay(
                        new Replay.Archived(
                                new Archive(archive.clients(), archive.settings()),
                                new ReportObjects(archive.clients(), archive.settings()),
                                index),
                        new Replay.Kept(
                                bookings,
                                balances,
                                registry,
                                new ExecutionTables(books.clients(), books.settings()),
                                annotations,
                                runs),
                        ledger,
                        bus,
                        clock,
                        mappers.exchange()),
                new FuturesSyncs(
                        synced,
                        request -> {
                            throw new IllegalStateException("a replay asks nobody: " + request.runId());
                        },
                        bus,
                        clock),
                synced,
                new AnnotationBook(annotations, new Archive(archive.clients(), archive.settings()), clock),
                clock);
        Reconcile reconcile = new Reconcile(
                new Archive(books.clients(), books.settings()),
                runs,
                sweeper,
                worker,
                new CloseStep(bookings, balances, registry, ledger, clock),
                new ReportStep(bookings, balances, new Reports(books.clients(), books.settings()), ledger),
                new IntegrityStep(
                        bookings,
                        registry,
                        new Archive(archive.clients(), archive.settings()),
                        index,
                        runs,
                        ledger,
                        clock),
                settlement,
                clock);
        Aggregate aggregate = new Aggregating(books.clients(), books.settings(), clock)
                .over(
                        new Archive(archive.clients(), archive.settings()),
                        index,
                        sweeper,
                        mappers.exchange(),
                        ledger.commissionSign());
        List<LocalFunction> functions = List.of(
                function(queues, ReplayPlan.KIND, new ResyncHandler(resync, events), events),
                function(queues, ReconciliationPlan.KIND, new ReconcileHandler(reconcile, events), events),
                function(queues, AggregationPlan.KIND, new AggregateHandler(aggregate, events), events));
        loop = new WorkLoop(clock, runs, () -> sweeper.sweep(clock.instant()), functions);
    }

    private static WorkQueue queue(Place books, String kind) {
        return WorkQueue.of(books.clients(), books.settings(), kind);
    }

    private static LocalFunction function(
            Map<String, WorkQueue> queues, String kind, RequestStreamHandler handler, ObjectMapper json) {
        return new LocalFunction(kind, handler, requireNonNull(queues.get(kind)), TASKS, json);
    }

    /**
     * Replays what was received on these UTC days, both included, and closes what follows from it.
     *
     * @param from empty for the first day of the archive
     * @param to empty for the last
     * @throws IllegalArgumentException if the archive holds nothing of these days
     */
    ReplayStatus replay(Optional<LocalDate> from, Optional<LocalDate> to) {
        String runId = begin(from, to);
        loop.settle(Instant.MAX);
        List<String> traders = index.accounts(FuturesFill.SOURCE);
        if (!traders.isEmpty()
                && (inPlace || index.accounts(Collected.FUTURES_SOURCE).isEmpty())) {
            // Entries may be lost whose making is not repeated: the rows are in the archive, and they are made anew.
            resync.full(traders, true);
            loop.settle(Instant.MAX);
        }
        return resync.status(runId);
    }

    /** Plans it and does nothing yet; one that was begun before goes on. */
    String begin(Optional<LocalDate> from, Optional<LocalDate> to) {
        return resync.replay(from, to);
    }
}
