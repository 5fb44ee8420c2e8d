package recon.ledger.position;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionKey;
import recon.ledger.position.row.PositionSide;

/**
 * One position's way through the history up to its first capture. Where captured size and fills disagree, either something
 * was held before, or it changed later without a fill, or a fill is missing: what the first fills say of their profit tells.
 */
final class OpeningWalk {
    /** What the exchange rounds, in the margin asset. */
    private static final BigDecimal FLOOR = new BigDecimal("0.01");

    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final PositionKey key;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal least = BigDecimal.ZERO;
    private BigDecimal most = BigDecimal.ZERO;
    private BigDecimal received = BigDecimal.ZERO;
    private BigDecimal profit = BigDecimal.ZERO;
    private @Nullable FuturesFill first;
    private boolean decided;
    private boolean flatBefore;
    private Optional<BigDecimal> opening = Optional.empty();

    OpeningWalk(PositionKey key) {
        this.key = key;
    }

    void fill(FuturesFill fill) {
        if (opening.isPresent()) {
            return;
        }
        if (first == null) {
            first = fill;
        }
        if (!decided) {
            look(fill);
        }
        net = net.add(fill.signedQuantity());
        least = least.min(net);
        most = most.max(net);
    }

    /** The first return to nothing decides: its profit is that of its prices only if nothing was held before. */
    private void look(FuturesFill fill) {
        boolean shrinks = net.signum() * fill.signedQuantity().signum() < 0;
        if (closes(fill) && !shrinks) {
            decided = true;
            return;
        }
        BigDecimal part = shrinks ? fill.quantity().min(net.abs()) : fill.quantity();
        BigDecimal value = fill.price().multiply(part);
        received = fill.buyer() ? received.subtract(value) : received.add(value);
        profit = profit.add(fill.realizedPnl());
        if (shrinks && fill.quantity().compareTo(net.abs()) >= 0) {
            BigDecimal allowed = profit.abs().multiply(TOLERANCE).max(FLOOR);
            decided = true;
            flatBefore = (key.side() == PositionSide.BOTH || fill.quantity().compareTo(net.abs()) == 0)
                    && received.subtract(profit).abs().compareTo(allowed) <= 0;
        }
    }

    private boolean closes(FuturesFill fill) {
        return switch (key.side()) {
            case BOTH -> fill.realizedPnl().signum() != 0;
            case LONG -> !fill.buyer();
            case SHORT -> fill.buyer();
        };
    }

    void captured(CapturedPosition position) {
        if (opening.isEmpty()) {
            opening = Optional.of(position.size().subtract(net));
        }
    }

    Stream<Opening> opening() {
        return opening
                .filter(size -> size.signum() != 0 && !flatBefore && possible(size))
                .map(size -> new Opening(key, size))
                .stream();
    }

    /** Where the fills speak against it the position changed later, without a fill: the fold finds that break. */
    private boolean possible(BigDecimal size) {
        return switch (key.side()) {
            case LONG -> size.add(least).signum() >= 0;
            case SHORT -> size.add(most).signum() <= 0;
            case BOTH -> first == null || !opensAgainst(first, size);
        };
    }

    /** A first fill without profit opened something, so that nothing of the other direction was held. */
    private static boolean opensAgainst(FuturesFill fill, BigDecimal size) {
        return fill.realizedPnl().signum() == 0 && fill.signedQuantity().signum() != size.signum();
    }
}
