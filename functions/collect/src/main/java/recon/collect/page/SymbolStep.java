package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.intake.page.Books;
import recon.storage.registry.Registry;
import recon.storage.registry.TradedSymbol;
import recon.storage.work.StepOutcome;

/**
 * One page of a source that is walked symbol by symbol, each from its bookmark, until no candidate is left. A symbol
 * whose last page asks for more has a finished cursor meanwhile: its bookmark is kept once all of that is done.
 */
final class SymbolStep {
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

    /** @param walk at a symbol */
    StepOutcome next(SymbolWalk walk, Uptake uptake) {
        Cursor position = walk.position();
        String symbol = position.get(Cursor.SYMBOL).orElseThrow();
        if (position.finished()) {
            end(walk, symbol, new Page(List.of(), 0, position), uptake);
            return new StepOutcome.Proceed(walk.between().values(), Map.of());
        }
        return turn(walk, symbol, uptake);
    }

    private StepOutcome turn(SymbolWalk walk, String symbol, Uptake uptake) {
        TaskCursor cursor = walk.cursor();
        Cursor position = walk.position().without(REFRESHED);
        return switch (turner.turn(
                walk.task(),
                walk.source(),
                position,
                walk.reader().scope(cursor),
                walk.reader().credentials(),
                cursor.values(),
                symbol)) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown -> unknown(walk, symbol, unknown, uptake);
            case Turn.Turned(Page page, Map<String, Long> totals) -> {
                Uptake.Taken taken = uptake.take(walk, page);
                Books.assets(page.observations(), walk.task().accountId()).forEach(walk.candidates()::seen);
                walk.candidates().booked(page.bookings());
                boolean done = taken.next().finished() && !taken.more();
                if (done) {
                    end(walk, symbol, page, uptake);
                }
                TaskCursor next = done ? walk.between() : walk.at(taken.next());
                Map<String, Long> all = new HashMap<>(totals);
                all.putAll(taken.totals());
                yield new StepOutcome.Proceed(next.values(), all);
            }
        };
    }

    /** Once with a fresh list of symbols, then on without it: the other symbols do not wait for a person. */
    private StepOutcome unknown(SymbolWalk walk, String symbol, Turn.SymbolUnknown unknown, Uptake uptake) {
        if (walk.position().get(REFRESHED).isEmpty()) {
            return refresh(walk, symbol);
        }
        reviews.open(walk.task(), symbol, unknown.error(), unknown.key());
        end(
                walk,
                symbol,
                new Page(List.of(), 0, walk.position().without(REFRESHED).finish()),
                uptake);
        return new StepOutcome.Proceed(walk.between().values(), Map.of());
    }

    private StepOutcome refresh(SymbolWalk walk, String symbol) {
        TaskCursor cursor = walk.cursor();
        return switch (turner.turn(
                walk.task(),
                listing,
                Cursor.START,
                walk.reader().scope(cursor),
                Optional.empty(),
                cursor.values(),
                symbol)) {
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

    /** The symbol's bookmark is where its last page ends. */
    private void end(SymbolWalk walk, String symbol, Page last, Uptake uptake) {
        Instant now = clock.instant();
        Optional<TradedSymbol> known = walk.candidates().known(walk.source().name(), symbol);
        Optional<Instant> lastTrade = uptake.lastActive(last).or(() -> known.flatMap(TradedSymbol::lastTradeTime));
        registry.put(new TradedSymbol(
                walk.task().accountId(),
                walk.source().name(),
                symbol,
                last.next().values(),
                lastTrade,
                known.map(TradedSymbol::firstSeen).orElse(now),
                now,
                walk.task().runId(),
                lastTrade.isPresent()));
        walk.candidates().done(walk.source().name(), symbol);
    }
}
