package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * doubtful orders are asked for, one order a step.
 */
final class OrderStep {
    private final PageTurner turner;
    private final SymbolStep symbols;
    private final Books books;
    private final Healing healing;
    private final Source amendments;
    private final InstantSource clock;

    /** @param amendments the source of the amendments of one order */
    OrderStep(
            PageTurner turner,
            SymbolStep symbols,
            Books books,
            Healing healing,
            Source amendments,
            InstantSource clock) {
        this.turner = requireNonNull(turner, "turner is null");
        this.symbols = requireNonNull(symbols, "symbols is null");
        this.books = requireNonNull(books, "books is null");
        this.healing = requireNonNull(healing, "healing is null");
        this.amendments = requireNonNull(amendments, "amendments is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    StepOutcome next(SymbolWalk walk, Listening listening) {
        Doubts doubts = Doubts.of(walk.position());
        return doubts.none()
                ? symbols.next(walk, new OrderUptake(books, healing, listening, clock))
                : settle(walk, doubts, listening);
    }

    private StepOutcome settle(SymbolWalk walk, Doubts doubts, Listening listening) {
        TaskCursor cursor = walk.cursor();
        String symbol = walk.symbol().orElseThrow(() -> new IllegalStateException("doubtful orders without symbol"));
        return switch (turner.turn(
                walk.task(),
                amendments,
                doubts.first(symbol),
                walk.reader().scope(cursor),
                walk.reader().credentials(),
                cursor.values(),
                symbol)) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown ->
                new StepOutcome.Failed(unknown.error().message());
            case Turn.Turned(Page page, Map<String, Long> totals) -> {
                int lost = healing.amendments(
                        listening,
                        OrderUptake.settled(walk),
                        new OrderKey(
                                walk.task().accountId(), symbol, doubts.orders().getFirst()),
                        amendments(page));
                Map<String, Long> more = new HashMap<>(totals);
                more.put(OrderUptake.LOST, (long) lost);
                yield new StepOutcome.Proceed(
                        walk.at(doubts.after(page.next()).in(walk.position())).values(), more);
            }
        };
    }

    private static List<Amendment> amendments(Page page) {
        return page.observations().stream()
                .flatMap(observation -> observation instanceof Amended(Amendment amendment)
                        ? Stream.of(amendment)
                        : Stream.<Amendment>empty())
                .toList();
    }
}
