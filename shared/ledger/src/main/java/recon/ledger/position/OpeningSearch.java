package recon.ledger.position;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionKey;
import recon.ledger.position.row.PositionSide;

/**
 * Finds what was held when the history begins: the first captured size less the fills up to it. It goes over fills and
 * captures once, in the order of a fold, before the fold does. Without a capture nothing is known and nothing is guessed.
 */
public final class OpeningSearch {
    private final Map<PositionKey, Walk> walks = new LinkedHashMap<>();

    /** The next fill. */
    public void fill(FuturesFill fill) {
        walks.computeIfAbsent(fill.key(), Walk::new).fill(fill);
    }

    /** The next capture, which comes after the fills of its millisecond. */
    public void captured(CapturedPosition position) {
        walks.computeIfAbsent(position.key(), Walk::new).captured(position);
    }

    /**
     * Goes over all of them.
     *
     * @param fills in {@link FuturesFill#ORDER}
     * @param captures in {@link CapturedPosition#ORDER}
     */
    public static List<Opening> of(Iterator<FuturesFill> fills, Iterator<CapturedPosition> captures) {
        OpeningSearch search = new OpeningSearch();
        @Nullable CapturedPosition captured = captures.hasNext() ? captures.next() : null;
        while (fills.hasNext()) {
            FuturesFill fill = fills.next();
            while (captured != null && captured.time() < fill.time()) {
                search.captured(captured);
                captured = captures.hasNext() ? captures.next() : null;
            }
            search.fill(fill);
        }
        while (captured != null) {
            search.captured(captured);
            captured = captures.hasNext() ? captures.next() : null;
        }
        return search.openings();
    }

    /** What was found, to be given to the fold. */
    public List<Opening> openings() {
        return walks.values().stream().flatMap(Walk::opening).toList();
    }

    /** One position's way through the history. */
    private static final class Walk {
        private final PositionKey key;
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal least = BigDecimal.ZERO;
        private BigDecimal most = BigDecimal.ZERO;
        private @Nullable FuturesFill first;
        private Optional<BigDecimal> opening = Optional.empty();

        Walk(PositionKey key) {
            this.key = key;
        }

        void fill(FuturesFill fill) {
            if (opening.isPresent()) {
                return;
            }
            if (first == null) {
                first = fill;
            }
            net = net.add(fill.signedQuantity());
            least = least.min(net);
            most = most.max(net);
        }

        void captured(CapturedPosition position) {
            if (opening.isEmpty()) {
                opening = Optional.of(position.size().subtract(net));
            }
        }

        Stream<Opening> opening() {
            return opening
                    .filter(size -> size.signum() != 0 && possible(size))
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
            return fill.positionSide() == PositionSide.BOTH
                    && fill.realizedPnl().signum() == 0
                    && fill.signedQuantity().signum() != size.signum();
        }
    }
}
