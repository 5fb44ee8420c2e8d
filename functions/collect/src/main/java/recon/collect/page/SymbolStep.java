package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.collect.discovery.Candidates;
import recon.ledger.entry.Booking;
import recon.ledger.row.Final;
import recon.ledger.row.Observation;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.Registry;
import recon.storage.registry.TradedSymbol;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** One page of a source that is walked symbol by symbol, each from its bookmark, until no candidate is left. */
final class SymbolStep {
    private static final String SYMBOL = "symbol";
    /** Set while the list of symbols has been refreshed for the present symbol and it is asked for once more. */
    private static final String REFRESHED = "refreshed";

    private final PageTurner turner;
    private final Books books;
    private final Registry registry;
    private final Reviews reviews;
    private final InstantSource clock;
    private final Source listing;

    /** @param listing the source that refreshes the list of symbols */
    SymbolStep(
            PageTurner turner, Books books, Registry registry, Reviews reviews, InstantSource clock, Source listing) {
        this.turner = requireNonNull(turner, "turner is null");
        this.books = requireNonNull(books, "books is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.reviews = requireNonNull(reviews, "reviews is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.listing = requireNonNull(listing, "listing is null");
    }

    StepOutcome next(Task task, Source source, TaskCursor cursor, Reader reader, Candidates candidates) {
        Optional<String> current = cursor.position().get(SYMBOL);
        if (current.isEmpty()) {
            return candidates
                    .next()
                    .map(symbol -> turn(task, source, begin(cursor, symbol, candidates), reader, candidates))
                    .orElseGet(() -> new StepOutcome.Done(cursor.values(), Map.of()));
        }
        return turn(task, source, cursor, reader, candidates);
    }

    private static TaskCursor begin(TaskCursor cursor, Symbol symbol, Candidates candidates) {
        Cursor start = candidates
                .known(symbol.name())
                .map(known -> new Cursor(known.cursor()).resumed())
                .orElse(Cursor.START);
        return cursor.at(start.with(SYMBOL, symbol.name()));
    }

    private StepOutcome turn(Task task, Source source, TaskCursor cursor, Reader reader, Candidates candidates) {
        String symbol = cursor.position().get(SYMBOL).orElseThrow();
        Cursor position = cursor.position().without(REFRESHED);
        return switch (turner.turn(
                task, source, position, reader.scope(cursor), reader.credentials(), cursor.values(), symbol)) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown -> unknown(task, source, cursor, reader, candidates, symbol, unknown);
            case Turn.Turned(Page page, Map<String, Long> totals) -> {
                books.write(page.observations(), clock.instant());
                Books.assets(page.observations(), task.accountId()).forEach(candidates::seen);
                remember(task, source, symbol, page, candidates.known(symbol));
                if (page.next().finished()) {
                    candidates.done(symbol);
                }
                Cursor next = page.next().finished() ? Cursor.START : page.next();
                yield new StepOutcome.Proceed(cursor.at(next).values(), totals);
            }
        };
    }

    /** Once with a fresh list of symbols, then on without it: the other symbols do not wait for a person. */
    private StepOutcome unknown(
            Task task,
            Source source,
            TaskCursor cursor,
            Reader reader,
            Candidates candidates,
            String symbol,
            Turn.SymbolUnknown unknown) {
        if (cursor.position().get(REFRESHED).isEmpty()) {
            return switch (turner.turn(
                    task, listing, Cursor.START, reader.scope(cursor), Optional.empty(), cursor.values(), symbol)) {
                case Turn.Stopped(StepOutcome outcome) -> outcome;
                case Turn.SymbolUnknown again ->
                    new StepOutcome.Failed(again.error().message());
                case Turn.Turned(Page page, Map<String, Long> totals) -> {
                    books.write(page.observations(), clock.instant());
                    yield new StepOutcome.Proceed(
                            cursor.at(cursor.position().with(REFRESHED, "true")).values(), totals);
                }
            };
        }
        reviews.open(task, symbol, unknown.error(), unknown.key());
        candidates.done(symbol);
        Page nothing =
                new Page(List.of(), 0, cursor.position().without(REFRESHED).finish());
        remember(task, source, symbol, nothing, candidates.known(symbol));
        return new StepOutcome.Proceed(cursor.at(Cursor.START).values(), Map.of());
    }

    private void remember(Task task, Source source, String symbol, Page page, Optional<TradedSymbol> known) {
        if (!page.next().finished()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> lastTrade =
                lastTrade(page.observations()).or(() -> known.flatMap(TradedSymbol::lastTradeTime));
        registry.put(new TradedSymbol(
                task.accountId(),
                source.name(),
                symbol,
                page.next().values(),
                lastTrade,
                known.map(TradedSymbol::firstSeen).orElse(now),
                now,
                task.runId(),
                lastTrade.isPresent()));
    }

    private static Optional<Instant> lastTrade(List<Observation> observations) {
        return observations.stream()
                .map(observation -> observation instanceof Final(Booking booking)
                        ? Optional.of(booking.time())
                        : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
