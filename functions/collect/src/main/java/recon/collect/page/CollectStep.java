package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.binance.budget.Limits;
import recon.binance.client.Credentials;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.binance.source.Known;
import recon.binance.source.Source;
import recon.collect.account.CollectedAccount;
import recon.collect.discovery.Candidates;
import recon.collect.discovery.EvidenceReader;
import recon.collect.heal.Listening;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.FuturesPlan;
import recon.intake.page.Books;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.Symbol;
import recon.storage.work.Run;
import recon.storage.work.Step;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * One page of one task. Made anew for every message: what it remembers between pages (symbols, candidates) can be read
 * again from the store.
 */
final class CollectStep implements Step {
    private final Setup setup;
    private final Books books;
    private final Map<String, Source> sources;
    private final SourceStep sourceStep;
    private final SymbolStep symbolStep;
    private final SymbolStep contractStep;
    private final OrderStep orderStep;
    private final PriceStep priceStep;
    private final MinuteStep minuteStep;
    private final DownloadStep downloadStep;
    private final ExecutionStep executionStep;
    private final StreamCheck stream;
    private final Refusals refusals;
    private final Inquiries inquiries;
    private final Windows windows;
    private final Uptake trades;
    private final Uptake contracts;
    private final Map<String, Candidates> candidates = new HashMap<>();
    private final Map<String, Optional<Listening>> listening = new HashMap<>();
    private final Map<String, List<Wallet>> wallets = new HashMap<>();
    private Map<String, Symbol> symbols = Map.of();
    private Optional<Limits> limits = Optional.empty();

    CollectStep(
            Setup setup,
            Books books,
            SourceStep sourceStep,
            SymbolStep symbolStep,
            SymbolStep contractStep,
            OrderStep orderStep,
            PriceStep priceStep,
            MinuteStep minuteStep,
            DownloadStep downloadStep,
            ExecutionStep executionStep,
            StreamCheck stream,
            EvidenceReader evidence,
            Refusals refusals,
            Windows windows,
            InstantSource clock) {
        this.books = requireNonNull(books, "books is null");
        this.setup = requireNonNull(setup, "setup is null");
        this.sources = setup.sources().stream().collect(Collectors.toMap(Source::name, Function.identity()));
        this.sourceStep = requireNonNull(sourceStep, "sourceStep is null");
        this.symbolStep = requireNonNull(symbolStep, "symbolStep is null");
        this.contractStep = requireNonNull(contractStep, "contractStep is null");
        this.priceStep = requireNonNull(priceStep, "priceStep is null");
        this.minuteStep = requireNonNull(minuteStep, "minuteStep is null");
        this.downloadStep = requireNonNull(downloadStep, "downloadStep is null");
        this.orderStep = requireNonNull(orderStep, "orderStep is null");
        this.executionStep = requireNonNull(executionStep, "executionStep is null");
        this.stream = requireNonNull(stream, "stream is null");
        this.refusals = requireNonNull(refusals, "refusals is null");
        this.inquiries = new Inquiries(setup, books, evidence, this::symbols, this::heard);
        this.windows = requireNonNull(windows, "windows is null");
        this.trades = new TradeUptake(books, clock);
        this.contracts = new ContractUptake(books, clock);
    }

    @Override
    public StepOutcome next(Task task, Run run) {
        if (task.name().equals(DailyPlan.EXECUTIONS)) {
            return listened(task, heard -> executionStep.next(task, run, heard, this::symbols));
        }
        if (task.name().equals(DownloadedFile.SOURCE)) {
            return downloaded(task);
        }
        Source source = sources.get(Inquiries.source(task));
        if (source == null) {
            return new StepOutcome.Failed("no source is called " + task.name());
        }
        if (FuturesPlan.is(run) && !hasFutures(task.accountId())) {
            return new StepOutcome.Done(task.cursor(), Map.of());
        }
        TaskCursor cursor = TaskCursor.parse(task.cursor()).orElseGet(() -> windows.begin(task, run, source));
        Optional<CollectedAccount> account = setup.accounts().find(task.accountId());
        return switch (source.reach()) {
            case EXCHANGE -> ofExchange(task, run, source, cursor);
            case ACCOUNT, MAIN, SUB ->
                refusals.standing(task, source.name())
                        .or(() -> account.map(a -> ofAccount(task, run, source, cursor, a)))
                        .orElseGet(() -> notConfigured(task));
        };
    }

    /** What is asked symbol by symbol for no account is asked for the sake of all of them. */
    private StepOutcome ofExchange(Task task, Run run, Source source, TaskCursor cursor) {
        Reader reader = reader(exchange(), false, Optional.empty());
        return switch (source.phase()) {
            case CONTRACTS -> next(walk(task, run, source, cursor, reader), source, Optional.empty());
            case PRICES ->
                FuturesPlan.is(run)
                        ? windows.ended(task, run, source, cursor, minuteStep.next(task, source, cursor, reader))
                        : priceStep.next(task, run, source, cursor, reader);
            default -> sourceStep.next(task, source, cursor, reader);
        };
    }

    private StepOutcome ofAccount(Task task, Run run, Source source, TaskCursor cursor, CollectedAccount account) {
        Reader reader = reader(account.account(), account.main(), credentials(account));
        if (source.idle(reader.scope(cursor))) {
            return new StepOutcome.Done(cursor.values(), Map.of());
        }
        if (!source.perSymbol()) {
            return windows.ended(task, run, source, cursor, sourceStep.next(task, source, cursor, reader));
        }
        if (source.checksStream()) {
            return listened(task, heard -> next(walk(task, run, source, cursor, reader), source, Optional.of(heard)));
        }
        return next(walk(task, run, source, cursor, reader), source, Optional.empty());
    }

    private StepOutcome next(SymbolWalk standing, Source own, Optional<Listening> heard) {
        return begun(standing, own)
                .map(walk -> switch (walk.source().phase()) {
                    case ORDERS -> orderStep.next(walk, heard);
                    case CONTRACTS -> contractStep.next(walk, contracts);
                    default -> symbolStep.next(walk, trades);
                })
                .orElseGet(() -> new StepOutcome.Done(standing.cursor().values(), Map.of()));
    }

    private SymbolWalk walk(Task task, Run run, Source source, TaskCursor cursor, Reader reader) {
        Candidates open = candidates.computeIfAbsent(task.taskId(), id -> inquiries.of(task, run, source));
        return SymbolWalk.of(task, source, sources, cursor, reader, open);
    }

    /** At the symbol where it stands, or at the next; empty if there is none. */
    private Optional<SymbolWalk> begun(SymbolWalk standing, Source own) {
        return standing.symbol().isPresent()
                ? Optional.of(standing)
                : standing.candidates()
                        .next()
                        .map(next -> standing.begin(next, own, requireNonNull(sources.get(next.source()))));
    }

    private StepOutcome listened(Task task, Function<Listening, StepOutcome> step) {
        return heard(task.accountId())
                .map(step)
                .orElseGet(() -> new StepOutcome.Skipped(Map.of(), "nobody listens to the stream of this account"));
    }

    private StepOutcome downloaded(Task task) {
        if (!hasFutures(task.accountId())) {
            return new StepOutcome.Done(task.cursor(), Map.of());
        }
        TaskCursor cursor = TaskCursor.parse(task.cursor()).orElseGet(() -> DownloadStep.begin(task));
        return setup.accounts()
                .find(task.accountId())
                .map(account -> downloadStep.next(
                        task, cursor, reader(account.account(), account.main(), credentials(account))))
                .orElseGet(() -> notConfigured(task));
    }

    private static StepOutcome notConfigured(Task task) {
        return new StepOutcome.Failed("account " + task.accountId() + " is not configured any more");
    }

    /** Who never had a futures wallet is not asked about one; the exchange is asked for the sake of who has. */
    private boolean hasFutures(String accountId) {
        return setup.accounts().all().stream()
                .map(CollectedAccount::account)
                .filter(account -> accountId.equals(DailyPlan.EXCHANGE) || accountId.equals(account.id()))
                .anyMatch(account -> wallets(account).contains(Wallet.FUTURES));
    }

    private Optional<Listening> heard(String account) {
        return listening.computeIfAbsent(account, stream::listening);
    }

    private Reader reader(Account account, boolean main, Optional<Credentials> credentials) {
        return new Reader(
                account,
                main,
                credentials,
                main ? setup.accounts().subAccounts() : List.of(),
                setup.settings(),
                this::symbols,
                limits(),
                setup.egress(),
                setup.pageLimit(),
                new Known(() -> wallets(account), this::contracts));
    }

    private List<Wallet> wallets(Account account) {
        return wallets.computeIfAbsent(account.id(), books::wallets);
    }

    private List<String> contracts() {
        return setup.registry().contracts().stream().map(Contract::name).toList();
    }

    private Limits limits() {
        Limits known = limits.orElseGet(setup::currentLimits);
        limits = Optional.of(known);
        return known;
    }

    private Map<String, Symbol> symbols() {
        if (symbols.isEmpty()) {
            symbols = setup.registry().symbols().stream().collect(Collectors.toMap(Symbol::name, Function.identity()));
        }
        return symbols;
    }

    private static Optional<Credentials> credentials(CollectedAccount account) {
        return Optional.of(account.credentials());
    }

    private static Account exchange() {
        return new Account(DailyPlan.EXCHANGE, DailyPlan.EXCHANGE);
    }
}
