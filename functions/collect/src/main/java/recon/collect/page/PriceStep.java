package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.collect.account.CollectedAccount;
import recon.collect.discovery.Holdings;
import recon.intake.page.Books;
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;
import recon.ledger.row.Priced;
import recon.ledger.symbol.Symbol;
import recon.ledger.valuation.ClosePrice;
import recon.ledger.valuation.DayPrices;
import recon.ledger.valuation.PriceSearch;
import recon.storage.work.Run;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * One price of the valuation: of the day collected, and of those before that are closed again with it. What was
 * asked for is in the store, and is not asked for again; so there is nothing to remember from page to page.
 */
final class PriceStep {
    private final Setup setup;
    private final PageTurner turner;
    private final Books books;
    private final Holdings holdings;
    private final InstantSource clock;
    private final Map<LocalDate, Set<String>> wanted = new HashMap<>();
    private final Map<LocalDate, DayPrices> known = new HashMap<>();
    private Optional<PriceSearch> search = Optional.empty();

    PriceStep(Setup setup, PageTurner turner, Books books, Holdings holdings, InstantSource clock) {
        this.setup = requireNonNull(setup, "setup is null");
        this.turner = requireNonNull(turner, "turner is null");
        this.books = requireNonNull(books, "books is null");
        this.holdings = requireNonNull(holdings, "holdings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    StepOutcome next(Task task, Run run, Source source, TaskCursor cursor, Reader reader) {
        LocalDate day = run.day();
        for (LocalDate closed : setup.settlement().closedWith(day)) {
            Set<String> assets = wanted.computeIfAbsent(closed, one -> wanted(one, day));
            Optional<Symbol> symbol = next(closed, assets, reader);
            if (symbol.isPresent()) {
                return ask(task, source, closed, symbol.orElseThrow(), reader);
            }
        }
        return new StepOutcome.Done(cursor.values(), Map.of());
    }

    private Optional<Symbol> next(LocalDate day, Set<String> assets, Reader reader) {
        PriceSearch among =
                search.orElseGet(() -> new PriceSearch(reader.symbols().get().values()));
        search = Optional.of(among);
        return assets.isEmpty() ? Optional.empty() : among.next(assets, known(day));
    }

    private StepOutcome ask(Task task, Source source, LocalDate day, Symbol symbol, Reader reader) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        TaskCursor cursor = new TaskCursor(begin, end, Cursor.START.with(Cursor.SYMBOL, symbol.name()));
        return switch (turner.turn(
                task,
                source,
                cursor.position(),
                reader.scope(cursor),
                reader.credentials(),
                cursor.values(),
                symbol.name())) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            // A symbol that is not there any more has no price: another way to value its asset may be open.
            case Turn.SymbolUnknown unknown ->
                keep(cursor, day, symbol, List.of(new Priced(none(day, symbol, unknown.key()))), Map.of());
            case Turn.Turned(Page page, Map<String, Long> totals) ->
                keep(cursor, day, symbol, page.observations(), totals);
        };
    }

    private StepOutcome keep(
            TaskCursor cursor, LocalDate day, Symbol symbol, List<Observation> page, Map<String, Long> totals) {
        List<ClosePrice> prices = page.stream()
                .flatMap(observation -> observation instanceof Priced(ClosePrice price)
                        ? Optional.of(price).stream()
                        : Optional.<ClosePrice>empty().stream())
                .filter(price -> price.date().equals(day))
                .toList();
        if (prices.isEmpty()) {
            return new StepOutcome.Failed("the answer does not say whether " + symbol.name() + " had a price on " + day
                    + ": that day may not be over by the exchange's clock");
        }
        books.write(page, clock.instant());
        known.put(day, known(day).and(prices));
        return new StepOutcome.Proceed(cursor.values(), totals);
    }

    private static ClosePrice none(LocalDate day, Symbol symbol, String key) {
        return new ClosePrice(
                day, symbol.name(), symbol.baseAsset(), symbol.quoteAsset(), Optional.empty(), new RawRef(key, 0));
    }

    private DayPrices known(LocalDate day) {
        return known.computeIfAbsent(day, setup.registry()::prices);
    }

    private Set<String> wanted(LocalDate day, LocalDate collected) {
        List<Account> accounts =
                setup.accounts().all().stream().map(CollectedAccount::account).toList();
        return day.equals(collected) ? holdings.on(day, accounts) : holdings.again(day, accounts);
    }
}
