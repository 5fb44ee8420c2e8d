package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Page;
import recon.binance.spotorders.SpotOrders;
import recon.collect.heal.Checked;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.intake.page.Books;
import recon.ledger.order.OrderKey;

/** Orders are compared with what the stream told of them. */
final class OrderUptake implements Uptake {
    /** Total of a task: reports that are lost, and named. */
    static final String LOST = "lost";

    private final Books books;
    private final Healing healing;
    private final Listening listening;
    private final InstantSource clock;

    OrderUptake(Books books, Healing healing, Listening listening, InstantSource clock) {
        this.books = requireNonNull(books, "books is null");
        this.healing = requireNonNull(healing, "healing is null");
        this.listening = requireNonNull(listening, "listening is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Taken take(SymbolWalk walk, Page page) {
        books.write(page.observations(), clock.instant());
        Checked checked = healing.orders(listening, settled(walk), Sightings.of(page.observations()));
        Doubts doubts =
                Doubts.about(checked.doubtful().stream().map(OrderKey::orderId).toList());
        return new Taken(doubts.in(page.next()), !doubts.none(), Map.of(LOST, (long) checked.lost()));
    }

    @Override
    public Optional<Instant> lastActive(Page last) {
        return SpotOrders.updatedAt(last.next());
    }

    /** Up to when it is settled what happened. */
    static Instant settled(SymbolWalk walk) {
        return SpotOrders.settled(walk.reader().scope(walk.cursor()));
    }
}
