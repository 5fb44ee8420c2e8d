package recon.collect.page;

import java.util.List;
import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.spotorders.OrderAmendments;

/**
 * The orders of the page just read whose amendments are still to be asked for. They travel in the walk's cursor; there
 * are no more of them than the page had rows.
 *
 * @param orders by id
 * @param from the execution id from which the first of them is to be asked on; empty for its beginning
 */
record Doubts(List<Long> orders, Optional<Long> from) {
    private static final String ORDERS = "doubtful";
    private static final String FROM = "doubtfulFrom";

    Doubts {
        orders = List.copyOf(orders);
    }

    static Doubts about(List<Long> orders) {
        return new Doubts(orders, Optional.empty());
    }

    /** Reads what {@link #in} wrote. */
    static Doubts of(Cursor position) {
        Pending pending = Pending.of(position, ORDERS, FROM);
        return new Doubts(pending.texts().stream().map(Long::valueOf).toList(), pending.from());
    }

    Cursor in(Cursor position) {
        return new Pending(orders.stream().map(String::valueOf).toList(), from).in(position, ORDERS, FROM);
    }

    boolean none() {
        return orders.isEmpty();
    }

    /** Where the first of them is to be asked. */
    Cursor first(String symbol) {
        Cursor start = OrderAmendments.start(symbol, orders.getFirst());
        return from.map(id -> start.with(OrderAmendments.FROM_ID, id)).orElse(start);
    }

    /** What is left after a page about the first of them. */
    Doubts after(Cursor next) {
        return next.finished()
                ? about(orders.subList(1, orders.size()))
                : new Doubts(orders, next.number(OrderAmendments.FROM_ID));
    }
}
