package recon.local.machine;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.aggregate.handler.AggregateHandler;
import recon.aggregate.plan.AggregationPlan;
import recon.binance.client.ExchangeClient;
import recon.binance.client.HttpTransport;
import recon.binance.client.Timeouts;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.collect.budget.StoredBudget;
import recon.collect.discovery.EvidenceReader;
import recon.collect.handler.Collect;
import recon.collect.handler.CollectHandler;
import recon.collect.heal.ErrorBook;
import recon.collect.heal.Healing;
import recon.collect.page.Pages;
import recon.collect.page.Setup;
import recon.collect.page.StreamCheck;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.DownloadPlan;
import recon.collect.plan.FuturesPlan;
import recon.local.bus.LocalBus;
import recon.local.driver.Attendant;
import recon.local.driver.Driver;
import recon.local.driver.LocalFunction;
import recon.local.pace.Pace;
import recon.local.stack.LocalStack;
import recon.reconcile.close.CloseStep;
import recon.reconcile.handler.Reconcile;
import recon.reconcile.handler.ReconcileHandler;
import recon.reconcile.integrity.IntegrityStep;
import recon.reconcile.plan.ReconciliationPlan;
import recon.reconcile.report.ReportStep;
import recon.record.handler.RecordHandler;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.aws.Deliveries;
import recon.storage.balance.BalanceTable;
import recon.storage.budget.WindowCounters;
import recon.storage.execution.ExecutionTables;
import recon.storage.ledger.LedgerTable;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.ActiveSymbols;
import recon.storage.registry.DownloadStarts;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.schema.Schema;
import recon.storage.watermark.Watermarks;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** The functions of AWS over the embedded stack: the same handlers, the same tables, the same queues. */
public final class Machine implements AutoCloseable {
    /** Messages of an invocation: reports are archived by the batch. */
    private static final int REPORTS = 1_000;

    private final AwsSettings aws;
    private final Deliveries deliveries = new Deliveries();
    private final AwsClients clients;
    private final HttpTransport transport;
    private final Pace pace;
    private final InstantSource clock;
    private final Runs runs;
    private final BalanceTable balances;
    private final Reports reports;
    private final Registry registry;
    private final LocalFunction collect;
    private final LocalFunction reconcile;
    private final LocalFunction aggregate;
    private final LocalFunction record;
    private final RecordTally tally;
    private final List<Source> bySymbol;
    private final Staff staff;

    /**
     * Assembles everything over a stack that runs; creates what the stack does not have yet.
     *
     * @param clock ours, for all of it
     * @param pace how the driver comes to the next thing to do
     */
    public Machine(LocalStack stack, MachineSettings settings, Mappers mappers, InstantSource clock, Pace pace) {
        this(stack, settings, mappers, clock, pace, Staff.ALONE);
    }

    /**
     * The same.
     *
     * @param staff who works the functions where they are driven
     */
    public Machine(
            LocalStack stack, MachineSettings settings, Mappers mappers, InstantSource clock, Pace pace, Staff staff) {
        this.staff = requireNonNull(staff, "staff is null");
        this.pace = requireNonNull(pace, "pace is null");
        this.clock = requireNonNull(clock, "clock is null");
        aws = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), settings.name(), settings.name());
        clients = staff.way().apply(AwsClients.create(aws, stack.dynamodbClient(), stack::s3Client, deliveries));
        transport = HttpTransport.open(Timeouts.STANDARD);
        Schema.create(clients, aws);
        runs = new Runs(clients, aws, clock);
        balances = new BalanceTable(clients, aws);
        reports = new Reports(clients, aws);
        registry = new Registry(clients, aws);
        LedgerTable ledger = new LedgerTable(clients, aws);
        ObjectMapper json = mappers.exchange();
        ObjectMapper events = mappers.events();
        Map<String, WorkQueue> queues = Schema.KINDS.stream()
                .collect(Collectors.toMap(Function.identity(), kind -> WorkQueue.of(clients, aws, kind)));
        LocalBus bus = new LocalBus(queues, events);
        Sweeper sweeper =
                new Sweeper(clients, aws, bus, List.of(DailyPlan.KIND, ReconciliationPlan.KIND, AggregationPlan.KIND));
        Worker worker = new Worker(clients, aws, clock);
        List<Source> sources = settings.wallets() ? Sources.all(json) : Sources.spot(json);
        bySymbol = sources.stream().filter(DailyPlan::inRounds).toList();
        Setup setup = new Setup(
                settings.accounts(),
                sources,
                registry,
                settings.settings(),
                settings.settlement(),
                settings.documented(),
                settings.egress(),
                settings.pageLimit());
        ExchangeClient client = new ExchangeClient(
                settings.exchange(),
                transport,
                clock,
                new StoredBudget(new WindowCounters(clients, aws)),
                setup::currentCharges,
                json);
        Watermarks watermarks = new Watermarks(clients, aws);
        Healing healing = new Healing(new ExecutionTables(clients, aws), ErrorBook.of(registry), bus, clock);
        StreamCheck check = new StreamCheck(healing, watermarks::list);
        EvidenceReader evidence =
                new EvidenceReader(ledger, balances, registry, new ActiveSymbols(clients, aws), settings.roundDays());
        Pages pages = new Pages(
                setup,
                client,
                new Archive(clients, aws),
                ledger,
                balances,
                evidence,
                check,
                new DownloadStarts(clients, aws),
                transport,
                clock,
                json);
        DailyPlan plan = new DailyPlan(settings.accounts(), sources, watermarks::list);
        Collect collecting = new Collect(
                plan,
                new FuturesPlan(settings.accounts(), sources),
                new DownloadPlan(settings.accounts(), sources),
                runs,
                sweeper,
                worker,
                pages,
                clock);
        Reconcile reconciling = new Reconcile(
                new Archive(clients, aws),
                runs,
                sweeper,
                worker,
                new CloseStep(ledger, balances, registry, settings.settings(), clock),
                new ReportStep(ledger, balances, reports, settings.settings()),
                new IntegrityStep(
                        ledger,
                        registry,
                        new Archive(clients, aws),
                        new ArchiveIndex(clients, aws),
                        runs,
                        settings.settings(),
                        clock),
                settings.settlement(),
                clock);
        collect = function(DailyPlan.KIND, new CollectHandler(collecting, events), staff.tasks(), events);
        reconcile = function(ReconciliationPlan.KIND, new ReconcileHandler(reconciling, events), staff.tasks(), events);
        aggregate = function(
                AggregationPlan.KIND,
                new AggregateHandler(
                        new Aggregating(clients, aws, clock)
                                .over(
                                        new Archive(clients, aws),
                                        new ArchiveIndex(clients, aws),
                                        sweeper,
                                        json,
                                        settings.settings().commissionSign()),
                        events),
                staff.tasks(),
                events);
        Recording recording = new Recording(clients, aws, registry, runs, bus, clock, json);
        tally = recording.tally();
        record = function(Schema.RECORD, new RecordHandler(recording.recorder(), events), REPORTS, events);
    }

    private LocalFunction function(String name, RequestStreamHandler handler, int batch, ObjectMapper json) {
        return new LocalFunction(
                name, handler, WorkQueue.of(clients, aws, name), batch, json, deliveries.to(aws.queue(name)));
    }

    /** What drives the functions. */
    public Driver driver() {
        return new Driver(pace, runs, collect, List.of(record, collect, reconcile, aggregate), staff.crew());
    }

    /** Runs the functions in real time, from now on and until it is stopped. */
    public Attendant attendant() {
        return new Attendant(clock, runs, collect, List.of(record, collect, reconcile, aggregate));
    }

    /** Takes the execution reports from their queue. */
    public LocalFunction record() {
        return record;
    }

    /** What became of execution reports since this machine was assembled. */
    public RecordTally recorded() {
        return tally;
    }

    /** The names of everything that is stored. */
    public AwsSettings aws() {
        return aws;
    }

    /** The way to it; closed with the machine. */
    public AwsClients clients() {
        return clients;
    }

    /** The runs, to look at. */
    public Runs runs() {
        return runs;
    }

    /** The closed days, to look at. */
    public BalanceTable balances() {
        return balances;
    }

    /** The reports, to fetch. */
    public Reports reports() {
        return reports;
    }

    /** The sources that are asked symbol by symbol, and have their rounds. */
    public List<Source> bySymbol() {
        return bySymbol;
    }

    /** Symbols, assets and errors, to look at. */
    public Registry registry() {
        return registry;
    }

    @Override
    public void close() {
        transport.close();
        clients.close();
    }
}
