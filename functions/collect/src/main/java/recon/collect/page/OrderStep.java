package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.intake.page.Books;
import recon.ledger.completeness.Amendment;
import recon.ledger.order.OrderKey;
import recon.ledger.row.Amended;
import recon.storage.work.StepOutcome;

/**
 * One page of the walk through the orders of an account. Before the walk goes on after a page, the amendments of its
 * doubtful orders are asked for, and then the matches of those of which one was prevented, one order a step.
 */
final class OrderStep {
    private final PageTurner turner;
    private final SymbolStep symbols;
    private final Books books;
    private final Healing healing;
    private final Source amendments;
    private final Source transfers;
    private final InstantSource clock;

    /**
     * @param amendments the source of the amendments of one order
     * @param transfers the source of the prevented matches of one order
     */
    OrderStep(
            PageTurner turner,
            SymbolStep symbols,
            Books books,
            Healing healing,
            Source amendments,
            Source transfers,
            InstantSource clock) {
        this.turner = requireNonNull(turner, "turner is null");
        this.symbols = requireNonNull(symbols, "symbols is null");
        this.books = requireNonNull(books, "books is null");
        this.healing = requireNonNull(healing, "healing is null");
        this.amendments = requireNonNull(amendments, "amendments is null");
        this.transfers = requireNonNull(transfers, "transfers is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * @param walk at a symbol
     * @param listening empty where nobody listens to the stream: then nothing can be missed of it
     */
    StepOutcome next(SymbolWalk walk, Optional<Listening> listening) {
        Doubts doubts = Doubts.of(walk.position());
        if (!doubts.none() && listening.isPresent()) {
            return settle(walk, doubts, listening.get());
        }
        Preventions prevented = Preventions.of(walk.position());
        return prevented.none()
                ? symbols.next(walk, new OrderUptake(books, healing, listening, clock))
                : transfers(walk, prevented);
    }

    /** Rows of a match are books as any other: what they move need not be explained by anything else. */
    private StepOutcome transfers(SymbolWalk walk, Preventions prevented) {
        return ask(walk, transfers, prevented.first(symbol(walk)), (page, totals) -> {
            books.write(page.observations(), clock.instant());
            walk.candidates().booked(page.bookings());
            return new StepOutcome.Proceed(
                    walk.at(prevented.after(page.next()).in(walk.position())).values(), totals);
        });
    }

    private StepOutcome settle(SymbolWalk walk, Doubts doubts, Listening listening) {
        return ask(walk, amendments, doubts.first(symbol(walk)), (page, totals) -> {
            int lost = healing.amendments(
                    listening,
                    OrderUptake.settled(walk),
                    new OrderKey(
                            walk.task().accountId(),
                            symbol(walk),
                            doubts.orders().getFirst()),
                    amendments(page));
            Map<String, Long> more = new HashMap<>(totals);
            more.put(OrderUptake.LOST, (long) lost);
            return new StepOutcome.Proceed(
                    walk.at(doubts.after(page.next()).in(walk.position())).values(), more);
        });
    }

    /**
     * One page about one order.
     *
     * @param taken what becomes of the task, given the page and what it cost
     */
    private StepOutcome ask(
            SymbolWalk walk, Source source, Cursor at, BiFunction<Page, Map<String, Long>, StepOutcome> taken) {
        TaskCursor cursor = walk.cursor();
        return switch (turner.turn(
                walk.task(),
                source,
                at,
                walk.reader().scope(cursor),
                walk.reader().credentials(),
                cursor.values(),
                symbol(walk))) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown ->
                new StepOutcome.Failed(unknown.error().message());
            case Turn.Turned(Page page, Map<String, Long> totals) -> taken.apply(page, totals);
        };
    }

    private static String symbol(SymbolWalk walk) {
        return walk.symbol().orElseThrow(() -> new IllegalStateException("orders to ask about without symbol"));
    }

    private static List<Amendment> amendments(Page page) {
        return page.observations().stream()
                .flatMap(observation -> observation instanceof Amended(Amendment amendment)
                        ? Stream.of(amendment)
                        : Stream.<Amendment>empty())
                .toList();
    }
}
