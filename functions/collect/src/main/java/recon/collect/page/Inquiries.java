package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.margintrades.MarginTrades;
import recon.binance.source.Phase;
import recon.binance.source.Reach;
import recon.binance.source.Source;
import recon.binance.spotorders.StpOrders;
import recon.collect.discovery.Candidates;
import recon.collect.discovery.ContractEvidence;
import recon.collect.discovery.Evidence;
import recon.collect.discovery.EvidenceReader;
import recon.collect.heal.Listening;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.FuturesPlan;
import recon.intake.page.Books;
import recon.ledger.booking.SpotFill;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.TradedSymbol;
import recon.storage.work.Run;
import recon.storage.work.Task;

/** What a task that goes symbol by symbol has to ask: of which sources, and by which evidence. */
final class Inquiries {
    private final Setup setup;
    private final Books books;
    private final EvidenceReader evidence;
    private final Supplier<Map<String, Symbol>> symbols;
    private final Function<String, Optional<Listening>> listening;

    /**
     * @param symbols every symbol ever listed, by name
     * @param listening when somebody listened to the stream of an account, by its uid
     */
    Inquiries(
            Setup setup,
            Books books,
            EvidenceReader evidence,
            Supplier<Map<String, Symbol>> symbols,
            Function<String, Optional<Listening>> listening) {
        this.setup = requireNonNull(setup, "setup is null");
        this.books = requireNonNull(books, "books is null");
        this.evidence = requireNonNull(evidence, "evidence is null");
        this.symbols = requireNonNull(symbols, "symbols is null");
        this.listening = requireNonNull(listening, "listening is null");
    }

    /** The name of the source that a task reads: a round asks the same source, at another time and for other symbols. */
    static String source(Task task) {
        String name = task.name();
        return inRound(task) ? name.substring(0, name.length() - DailyPlan.ROUND.length()) : name;
    }

    private static boolean inRound(Task task) {
        return task.name().endsWith(DailyPlan.ROUND);
    }

    /** What a task asks: its own source, and those that are read within it; a round asks each source for itself. */
    Candidates of(Task task, Run run, Source source) {
        if (source.phase() == Phase.CONTRACTS) {
            return contracts(task, run, source);
        }
        Set<String> assets = setup.registry().assetsSeen(task.accountId());
        books.note(task.accountId(), assets);
        Candidates.Walked own = walked(task, source);
        return new Candidates(
                Stream.concat(Stream.of(own), within(task, source).map(other -> walked(task, other)))
                        .toList(),
                run.runId(),
                assets,
                evidence(task, run, source, own.read()));
    }

    /**
     * The contracts of the account, or of any account, of which there may be something new, once a day every one that was ever
     * used; one that is no longer listed as well. Where somebody asks for a window, those that he names, from the window's
     * beginning and not from where they were read to.
     */
    private Candidates contracts(Task task, Run run, Source source) {
        Map<String, Instant> used = (source.reach() == Reach.EXCHANGE
                        ? setup.accounts().all().stream()
                                .map(account -> account.account().id())
                        : Stream.of(task.accountId()))
                .flatMap(account -> setup.registry().usedContracts(account).entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one.isAfter(other) ? one : other));
        List<TradedSymbol> read = setup.registry().traded(task.accountId(), source.name());
        Optional<FuturesPlan.Again> again = FuturesPlan.again(run);
        Set<String> asked = again.map(FuturesPlan.Again::symbols)
                .filter(named -> !named.isEmpty())
                .orElseGet(() -> again.isPresent() || FuturesPlan.firstOfItsDay(run)
                        ? used.keySet()
                        : ContractEvidence.since(used, read));
        Candidates.Walked walked = new Candidates.Walked(
                source.name(),
                asked.stream().map(Inquiries::contract).toList(),
                again.isEmpty()
                        ? read
                        : read.stream().map(TradedSymbol::withoutBookmark).toList());
        return new Candidates(List.of(walked), run.runId(), Set.of(), new Evidence.Named(asked));
    }

    /** Its name is all that is asked with. */
    private static Symbol contract(String name) {
        return new Symbol(name, "", "", "", false, false);
    }

    private Stream<Source> within(Task task, Source source) {
        return setup.sources().stream()
                .filter(other -> other.within().filter(source.name()::equals).isPresent())
                .filter(other -> !inRound(task) && concerns(other, task.accountId()));
    }

    /** What self-trade prevention moves, it moves between the accounts of a trade group. */
    private boolean concerns(Source source, String account) {
        return !source.name().equals(StpOrders.NAME) || setup.registry().inTradeGroup(account);
    }

    private Candidates.Walked walked(Task task, Source source) {
        List<TradedSymbol> read = setup.registry().traded(task.accountId(), source.name());
        Set<String> before = read.stream().map(TradedSymbol::symbol).collect(Collectors.toSet());
        return new Candidates.Walked(
                source.name(),
                symbols.get().values().stream()
                        .filter(symbol -> source.covers(symbol) || before.contains(symbol.name()))
                        .toList(),
                read);
    }

    private Evidence evidence(Task task, Run run, Source source, Collection<TradedSymbol> read) {
        String account = task.accountId();
        if (inRound(task)) {
            return concerns(source, account)
                    ? evidence.ofTheRound(
                            account,
                            run.day(),
                            symbols.get().values().stream()
                                    .filter(source::covers)
                                    .toList(),
                            read)
                    : new Evidence.Named(Set.of());
        }
        if (source.checksStream()) {
            return listening
                    .apply(account)
                    .map(heard -> evidence.ofOrders(account, run.day(), heard, read))
                    .orElseGet(Evidence.None::new);
        }
        return switch (source.name()) {
            case SpotFill.SOURCE -> evidence.ofTrades(account, run.day(), read);
            case MarginTrades.NAME -> evidence.ofMarginTrades(account, run.day());
            default -> new Evidence.None();
        };
    }
}
