package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.intake.page.ArchivedPages;
import recon.intake.page.Books;
import recon.intake.page.PageReader;
import recon.intake.report.Interpreter;
import recon.ledger.setting.LedgerSettings;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.balance.BalanceTable;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.ReportArchive;
import recon.storage.ledger.LedgerTable;
import recon.storage.position.AnnotationBook;
import recon.storage.position.AnnotationTable;
import recon.storage.registry.Registry;
import recon.storage.registry.Resolutions;
import recon.storage.work.Runs;
import recon.storage.work.Step;

/** Makes the step that a task is worked on with. */
public final class Replay {
    private final Archived archived;
    private final Kept kept;
    private final LedgerSettings settings;
    private final EventBus bus;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final Map<String, Source> sources;

    /**
     * What is read.
     *
     * @param archive the objects
     * @param reports execution reports, a batch an object
     * @param index what there is of them
     */
    public record Archived(Archive archive, ReportArchive reports, ArchiveIndex index) {
        public Archived {
            requireNonNull(archive, "archive is null");
            requireNonNull(reports, "reports is null");
            requireNonNull(index, "index is null");
        }
    }

    /**
     * What is written.
     *
     * @param ledger bookings and witnesses
     * @param balances captures and snapshots
     * @param registry symbols, assets, prices and errors
     * @param executions executions and orders
     * @param annotations what was written about trades
     * @param runs tells which days are closed
     */
    public record Kept(
            LedgerTable ledger,
            BalanceTable balances,
            Registry registry,
            ExecutionBook executions,
            AnnotationTable annotations,
            Runs runs) {
        public Kept {
            requireNonNull(ledger, "ledger is null");
            requireNonNull(balances, "balances is null");
            requireNonNull(registry, "registry is null");
            requireNonNull(executions, "executions is null");
            requireNonNull(annotations, "annotations is null");
            requireNonNull(runs, "runs is null");
        }
    }

    /**
     * @param settings how the exchange behaves where its documentation is silent
     * @param json as {@code ExchangeJson} makes it
     */
    public Replay(
            Archived archived,
            Kept kept,
            LedgerSettings settings,
            EventBus bus,
            InstantSource clock,
            ObjectMapper json) {
        this.archived = requireNonNull(archived, "archived is null");
        this.kept = requireNonNull(kept, "kept is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.bus = requireNonNull(bus, "bus is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.json = requireNonNull(json, "json is null");
        this.sources = Sources.all(json).stream().collect(Collectors.toMap(Source::name, Function.identity()));
    }

    /** A step for one message. */
    public Step step() {
        Archive archive = archived.archive();
        Registry registry = kept.registry();
        Symbols symbols = new Symbols(registry);
        ObjectWalk walk = new ObjectWalk(archived.index(), registry, clock);
        return new ReplayStep(
                sources,
                walk,
                new PageReplay(
                        archive,
                        new ArchivedPages(new PageReader(json), settings),
                        new Books(kept.ledger(), kept.balances(), registry),
                        symbols),
                new ReportReplay(
                        archived.reports(),
                        new Interpreter(archived.reports(), new ExecutionReportReader(json)),
                        kept.executions(),
                        symbols),
                new ResolutionReplay(new Resolutions(archive), registry),
                new AnnotationReplay(new AnnotationBook(kept.annotations(), archive, clock)),
                new ClosingStep(walk, archive, kept.runs(), bus, clock, ClosingStep.What.DAYS),
                new ClosingStep(walk, archive, kept.runs(), bus, clock, ClosingStep.What.FUTURES));
    }
}
