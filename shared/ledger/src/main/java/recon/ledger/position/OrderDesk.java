package recon.ledger.position;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.PositionSide;

/** Keeps orders as long as fills of them may come: those that work, and the others for a while after their last change. */
final class OrderDesk {
    private record Gone(long after, Runnable forget) {}

    private final Queue<Gone> leaving = new PriorityQueue<>(Comparator.comparingLong(Gone::after));

    void order(FuturesOrder order, SymbolBook book) {
        switch (order.kind()) {
            case PLAIN -> keep(order.orderId(), order, book);
            case FORCED -> keep(order.orderId(), order, book);
            case CONDITIONAL -> {
                if (order.triggeredId() != 0) {
                    keep(order.triggeredId(), order, book);
                }
            }
        }
        if (order.protective()) {
            book.held().stream().filter(held -> guards(order, held)).forEach(held -> held.protect(order));
            book.protective().add(order);
            leave(order, () -> book.protective().remove(order));
        }
        order.forced()
                .map(LifecycleFlag::of)
                .ifPresent(flag -> book.atHand()
                        .filter(lifecycle -> lifecycle.exitedBy(order.orderId()))
                        .forEach(lifecycle -> lifecycle.flag(flag)));
    }

    /** What the two lists say of one order is put together: the reason from one, the type from the other. */
    private void keep(long orderId, FuturesOrder order, SymbolBook book) {
        book.orders().merge(orderId, order, OrderDesk::both);
        // A conditional order is done when it is set off, and what it became may go on: that one is forgotten by its
        // own row.
        if (order.kind() != FuturesOrder.Kind.CONDITIONAL) {
            leave(order, () -> book.orders().remove(orderId));
        }
    }

    private static FuturesOrder both(FuturesOrder one, FuturesOrder other) {
        boolean second = other.kind() == FuturesOrder.Kind.CONDITIONAL;
        FuturesOrder telling = second ? other : one;
        FuturesOrder rest = second ? one : other;
        return telling.forced().isPresent() || rest.forced().isEmpty() ? telling : telling.because(rest.forced());
    }

    private void leave(FuturesOrder order, Runnable forget) {
        if (!order.working()) {
            leaving.add(new Gone(order.updateTime(), forget));
        }
    }

    /** A lifecycle has begun: orders that were placed before it may guard it. */
    void begun(OpenLifecycle lifecycle, SymbolBook book) {
        for (FuturesOrder order : book.protective()) {
            if (guards(order, lifecycle)) {
                lifecycle.protect(order);
            }
        }
    }

    /** The type of a fill's order, or the empty text; what its order says of the lifecycle is noted. */
    String exitType(FuturesFill fill, OpenLifecycle lifecycle, SymbolBook book) {
        FuturesOrder order = book.order(fill.orderId());
        if (order == null) {
            return "";
        }
        order.forced().map(LifecycleFlag::of).ifPresent(lifecycle::flag);
        if (order.protective()) {
            lifecycle.protect(order);
        }
        return order.type();
    }

    /** The type of the order of a fill by which a position grows. */
    String entryType(FuturesFill fill, SymbolBook book) {
        FuturesOrder order = book.order(fill.orderId());
        return order == null ? "" : order.type();
    }

    private static boolean guards(FuturesOrder order, OpenLifecycle lifecycle) {
        boolean leaves = order.positionSide() == lifecycle.key().side()
                && Direction.closed(order.buyer()) == lifecycle.direction();
        boolean live = order.working() || order.updateTime() >= lifecycle.openedAt();
        boolean only = order.closing() || order.positionSide() != PositionSide.BOTH;
        return leaves && live && only;
    }

    /** Forgets orders of which no fill can come any more. */
    void until(long now) {
        while (!leaving.isEmpty() && leaving.element().after() < now - Settling.GRACE) {
            leaving.remove().forget().run();
        }
    }

    /** Orders that wait where nothing is held. */
    Stream<PendingPosition> pending(SymbolBook book) {
        return Stream.concat(book.orders().values().stream(), book.protective().stream())
                .filter(FuturesOrder::working)
                .filter(order -> !order.closing() && order.executed().signum() == 0)
                .filter(order -> book.open(order.positionSide()) == null && opens(order))
                .distinct()
                .sorted(FuturesOrder.ORDER)
                .map(order -> new PendingPosition(
                        order.key(),
                        Direction.opened(order.buyer()),
                        order.orderId(),
                        order.type(),
                        order.quantity(),
                        order.time()));
    }

    private static boolean opens(FuturesOrder order) {
        return switch (order.positionSide()) {
            case BOTH -> true;
            case LONG -> order.buyer();
            case SHORT -> !order.buyer();
        };
    }
}
