package recon.collect.heal;

import static recon.storage.testing.Reported.CREATED;
import static recon.storage.testing.Reported.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.ledger.completeness.Amendment;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderState;
import recon.ledger.order.OrderTerms;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.execution.ReportedExecution;
import recon.storage.execution.SightedOrder;
import recon.storage.memory.MemoryBook;
import recon.storage.testing.Reported;
import recon.storage.watermark.Watermark;

/** A book in memory, somebody who listens from an hour before the orders are placed, and what is found and told. */
final class Scene {
    static final String SYMBOL = "ABCUSDT";
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    /** The next morning. */
    static final Instant NOW = Instant.parse("2026-01-06T00:05:00Z");

    static final Instant SETTLED = NOW.minusSeconds(60);

    final MemoryBook book = new MemoryBook();
    final MemoryErrors errors = new MemoryErrors();
    final List<DomainEvent> told = new ArrayList<>();
    boolean busIsAway;
    final Healing healing = new Healing(book, errors, bus(), () -> NOW);
    Listening listening = Listening.of(List.of(mark("a", "1", CREATED.minusSeconds(3_600), NOW.minusSeconds(1))))
            .orElseThrow();

    private EventBus bus() {
        return events -> {
            if (busIsAway) {
                throw new IllegalStateException("the bus is away");
            }
            told.addAll(events);
        };
    }

    static Watermark mark(String task, String connection, Instant subscribedAt, Instant upTo) {
        return new Watermark("7", task, connection, subscribedAt, upTo, Optional.empty(), Optional.empty());
    }

    void heard(ReportedExecution... reports) {
        book.add(List.of(reports));
    }

    Checked check(SightedOrder... page) {
        return healing.orders(listening, SETTLED, List.of(page));
    }

    Traded compare(HealedFill... listed) {
        return healing.trades(listening, SYMBOL, List.of(DAY.minusDays(1), DAY), List.of(listed));
    }

    int settle(HealedFill... listed) {
        return healing.settle(listening, List.of(listed));
    }

    OrderState state(long order) {
        return book.order(order(order)).orElseThrow().state();
    }

    /** A report of something else than a placement or a trade. */
    static ReportedExecution report(long order, long id, String kind, String status) {
        ReportedExecution placed = Reported.placed(order, id);
        Execution one = placed.execution();
        return new ReportedExecution(
                new Execution(
                        one.order(),
                        id,
                        kind,
                        status,
                        one.time(),
                        one.terms(),
                        one.fill(),
                        one.filled(),
                        one.prevention(),
                        "",
                        "",
                        Map.of()),
                placed.baseAsset(),
                placed.quoteAsset(),
                placed.eventTime(),
                placed.receivedAt(),
                placed.raw());
    }

    /** An order, ordered were 10, as it is listed after its quantity was lowered. */
    static SightedOrder lowered(long order, String status, String quantity) {
        SightedOrder listed = Reported.listed(order, status, "0");
        OrderTerms terms = listed.sighting().terms();
        return with(
                listed,
                new OrderTerms(
                        terms.clientOrderId(),
                        terms.orderListId(),
                        terms.side(),
                        terms.type(),
                        terms.timeInForce(),
                        new BigDecimal(quantity),
                        terms.price(),
                        terms.stopPrice(),
                        terms.icebergQuantity(),
                        terms.quoteQuantity(),
                        terms.createdAt(),
                        terms.workingSince()),
                listed.sighting().updatedAt());
    }

    static SightedOrder changedAt(SightedOrder order, Instant at) {
        return with(order, order.sighting().terms(), at);
    }

    private static SightedOrder with(SightedOrder order, OrderTerms terms, Instant updatedAt) {
        OrderSighting seen = order.sighting();
        return new SightedOrder(
                new OrderSighting(
                        seen.order(),
                        seen.status(),
                        terms,
                        seen.filled(),
                        seen.preventedQuantity(),
                        seen.expiryReason(),
                        updatedAt,
                        seen.raw()),
                order.baseAsset(),
                order.quoteAsset());
    }

    static Amendment amendment(long order, long id) {
        return new Amendment(order(order), id, CREATED.plusMillis(id));
    }
}
