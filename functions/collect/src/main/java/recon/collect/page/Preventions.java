package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.binance.source.Cursor;
import recon.binance.stptransfers.StpTransfers;
import recon.ledger.row.Observation;
import recon.ledger.row.Sighted;

/**
 * The orders of the page just read whose prevented matches are still to be asked for. They travel in the walk's cursor;
 * there are no more of them than the page had rows.
 *
 * @param orders in the order of the page
 * @param from the match from which the first of them is to be asked on; empty for its beginning
 */
record Preventions(List<Order> orders, Optional<Long> from) {
    private static final String ORDERS = "prevented";
    private static final String FROM = "preventedFrom";
    private static final String BUY = "B";
    private static final String SELL = "S";

    Preventions {
        orders = List.copyOf(orders);
        requireNonNull(from, "from is null");
    }

    /**
     * An order.
     *
     * @param id the exchange's
     * @param buyer whether it buys, which a row of a prevented match does not say
     */
    record Order(long id, boolean buyer) {
        private static Order parse(String text) {
            return new Order(Long.parseLong(text.substring(1)), text.startsWith(BUY));
        }

        private String text() {
            return (buyer ? BUY : SELL) + id;
        }
    }

    /** Those of a page. */
    static Preventions among(List<Observation> page) {
        return new Preventions(
                page.stream()
                        .flatMap(observation -> observation instanceof Sighted sighted && sighted.prevented()
                                ? Stream.of(new Order(
                                        sighted.order().order().orderId(),
                                        sighted.order().terms().side().equals("BUY")))
                                : Stream.<Order>empty())
                        .toList(),
                Optional.empty());
    }

    /** Reads what {@link #in} wrote. */
    static Preventions of(Cursor position) {
        Pending pending = Pending.of(position, ORDERS, FROM);
        return new Preventions(pending.texts().stream().map(Order::parse).toList(), pending.from());
    }

    Cursor in(Cursor position) {
        return new Pending(orders.stream().map(Order::text).toList(), from).in(position, ORDERS, FROM);
    }

    boolean none() {
        return orders.isEmpty();
    }

    /** Where the first of them is to be asked. */
    Cursor first(String symbol) {
        Cursor start = StpTransfers.start(
                symbol, orders.getFirst().id(), orders.getFirst().buyer());
        return from.map(id -> start.with(StpTransfers.FROM, id)).orElse(start);
    }

    /** What is left after a page about the first of them. */
    Preventions after(Cursor next) {
        return next.finished()
                ? new Preventions(orders.subList(1, orders.size()), Optional.empty())
                : new Preventions(orders, next.number(StpTransfers.FROM));
    }
}
