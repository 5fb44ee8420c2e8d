package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Page;
import recon.binance.spotorders.SpotOrders;
import recon.collect.heal.Checked;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.intake.page.Books;
import recon.ledger.order.OrderKey;

/**
 * Orders are compared with what the stream told of them, where somebody listened; and those of which a match was
 * prevented are asked about, whether somebody did or not.
 */
final class OrderUptake implements Uptake {
    /** Total of a task: reports that are lost, and named. */
    static final String LOST = "lost";

    private final Books books;
    private final Healing healing;
    private final Optional<Listening> listening;
    private final InstantSource clock;

    OrderUptake(Books books, Healing healing, Optional<Listening> listening, InstantSource clock) {
        this.books = requireNonNull(books, "books is null");
        this.healing = requireNonNull(healing, "healing is null");
        this.listening = requireNonNull(listening, "listening is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Taken take(SymbolWalk walk, Page page) {
        books.write(page.observations(), clock.instant());
        Preventions prevented = Preventions.among(page.observations());
        return listening
                .map(heard -> healing.orders(heard, settled(walk), Sightings.of(page.observations())))
                .map(checked -> taken(page, prevented, doubts(checked), Map.of(LOST, (long) checked.lost())))
                .orElseGet(() -> taken(page, prevented, Doubts.about(List.of()), Map.of()));
    }

    private static Doubts doubts(Checked checked) {
        return Doubts.about(checked.doubtful().stream().map(OrderKey::orderId).toList());
    }

    private static Taken taken(Page page, Preventions prevented, Doubts doubts, Map<String, Long> totals) {
        return new Taken(prevented.in(doubts.in(page.next())), !doubts.none() || !prevented.none(), totals);
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
