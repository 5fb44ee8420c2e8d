package recon.ledger.position;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionKey;
import recon.ledger.position.row.PositionSide;

/** Moves positions by fills, and holds them against captures. */
final class Positions {
    private final OrderDesk orders;
    private final Settling settling;
    private final Outlet outlet;

    Positions(OrderDesk orders, Settling settling, Outlet outlet) {
        this.orders = orders;
        this.settling = settling;
        this.outlet = outlet;
    }

    /** What was held when the history begins. */
    void opening(Opening opening, SymbolBook book, long now) {
        begin(opening.key(), opening.size(), LifecycleFlag.OPENED_OUTSIDE_HISTORY, book, now);
    }

    /** Moves a position, and says whose the fill's income will be. */
    AwaitedFill fill(FuturesFill fill, SymbolBook book) {
        OpenLifecycle held = book.open(fill.positionSide());
        if (held == null || held.isUnbounded()) {
            return closesUnknown(fill) ? leaveUnknown(fill, held, book) : open(fill, held, book);
        }
        if (held.direction() == Direction.opened(fill.buyer())) {
            held.enter(fill, fill.quantity(), orders.entryType(fill, book));
            if (fill.realizedPnl().signum() != 0) {
                unknown(fill);
                held.flag(LifecycleFlag.OPENED_OUTSIDE_HISTORY);
            }
            return whole(fill, held, book);
        }
        return shrink(fill, held, book);
    }

    private AwaitedFill open(FuturesFill fill, @Nullable OpenLifecycle unbounded, SymbolBook book) {
        if (unbounded != null) {
            settling.close(unbounded, book, unbounded.closedAt());
        }
        OpenLifecycle begun = begun(fill, fill.quantity(), book);
        return whole(fill, begun, book);
    }

    private OpenLifecycle begun(FuturesFill fill, BigDecimal part, SymbolBook book) {
        OpenLifecycle begun = new OpenLifecycle(fill.key(), Direction.opened(fill.buyer()), fill.time());
        begun.enter(fill, part, orders.entryType(fill, book));
        book.open(begun);
        orders.begun(begun, book);
        return begun;
    }

    private AwaitedFill shrink(FuturesFill fill, OpenLifecycle held, SymbolBook book) {
        int compared = fill.quantity().compareTo(held.size());
        if (compared > 0 && fill.positionSide() == PositionSide.BOTH) {
            return flip(fill, held, book);
        }
        if (compared > 0) {
            unknown(fill);
            held.outside(fill.quantity().subtract(held.size()), LifecycleFlag.OPENED_OUTSIDE_HISTORY);
        }
        held.exit(fill, fill.quantity(), orders.exitType(fill, held, book));
        if (held.size().signum() == 0) {
            settling.close(held, book, fill.time());
        }
        return whole(fill, held, book);
    }

    /** One fill closes what is held and opens the opposite with the rest. */
    private AwaitedFill flip(FuturesFill fill, OpenLifecycle held, SymbolBook book) {
        BigDecimal closing = held.size();
        held.exit(fill, closing, orders.exitType(fill, held, book));
        settling.close(held, book, fill.time());
        OpenLifecycle begun = begun(fill, fill.quantity().subtract(closing), book);
        return new AwaitedFill(fill, book, held, begun, closing);
    }

    /** Where nothing is held a fill may still close: then something was held that no known fill opened. */
    private static boolean closesUnknown(FuturesFill fill) {
        return switch (fill.positionSide()) {
            case BOTH -> fill.realizedPnl().signum() != 0;
            case LONG -> !fill.buyer();
            case SHORT -> fill.buyer();
        };
    }

    private AwaitedFill leaveUnknown(FuturesFill fill, @Nullable OpenLifecycle unbounded, SymbolBook book) {
        unknown(fill);
        OpenLifecycle left = unbounded;
        if (left != null && left.direction() != Direction.closed(fill.buyer())) {
            settling.close(left, book, left.closedAt());
            left = null;
        }
        if (left == null) {
            left = new OpenLifecycle(fill.key(), Direction.closed(fill.buyer()), fill.time());
            left.unbounded();
            book.open(left);
        }
        left.outside(fill.quantity(), LifecycleFlag.OPENED_OUTSIDE_HISTORY);
        left.exit(fill, fill.quantity(), orders.exitType(fill, left, book));
        return whole(fill, left, book);
    }

    /** Holds what is captured against what the fills come to. What differs is said, and then the capture counts. */
    void captured(CapturedPosition position, SymbolBook book) {
        OpenLifecycle held = book.open(position.positionSide());
        BigDecimal size = held == null ? BigDecimal.ZERO : held.signedSize();
        boolean unknown = held != null && held.isUnbounded();
        if (size.compareTo(position.size()) != 0) {
            outlet.finding(new PositionFinding(
                    Kind.POSITION_BREAK,
                    position.accountId(),
                    position.symbol(),
                    position.time(),
                    "capture of " + position.positionSide(),
                    "the fills come to " + size.toPlainString() + ", the exchange shows "
                            + position.size().toPlainString()));
        }
        boolean turned = position.size().signum()
                != (held == null ? 0 : held.direction().signed(BigDecimal.ONE).signum());
        if (held != null && (turned || unknown)) {
            held.outside(
                    held.size().negate(),
                    unknown ? LifecycleFlag.OPENED_OUTSIDE_HISTORY : LifecycleFlag.CHANGED_WITHOUT_FILL);
            settling.close(held, book, unknown ? held.closedAt() : position.time());
            held = null;
        }
        if (held == null && position.size().signum() != 0) {
            begin(position.key(), position.size(), LifecycleFlag.CHANGED_WITHOUT_FILL, book, position.time());
        } else if (held != null && size.compareTo(position.size()) != 0) {
            held.outside(position.size().abs().subtract(held.size()), LifecycleFlag.CHANGED_WITHOUT_FILL);
        }
        Optional.ofNullable(book.open(position.positionSide())).ifPresent(now -> now.mark(position.markPrice()));
    }

    private void begin(PositionKey key, BigDecimal size, LifecycleFlag why, SymbolBook book, long now) {
        OpenLifecycle begun = new OpenLifecycle(key, size.signum() > 0 ? Direction.LONG : Direction.SHORT, now);
        begun.outside(size.abs(), why);
        book.open(begun);
        orders.begun(begun, book);
    }

    private void unknown(FuturesFill fill) {
        outlet.finding(new PositionFinding(
                Kind.CLOSES_UNKNOWN,
                fill.accountId(),
                fill.symbol(),
                fill.time(),
                "fill " + fill.id(),
                fill.positionSide() + " " + (fill.buyer() ? "BUY " : "SELL ")
                        + fill.quantity().toPlainString() + " with a realized profit of "
                        + fill.realizedPnl().toPlainString() + " closes more than known fills opened"));
    }

    private static AwaitedFill whole(FuturesFill fill, OpenLifecycle lifecycle, SymbolBook book) {
        return new AwaitedFill(fill, book, lifecycle, null, fill.quantity());
    }
}
