package recon.ledger.position;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.PositionSide;

/** What a fold knows of one contract at its present moment. */
final class SymbolBook {
    private final String symbol;
    private final boolean possible;
    private final Map<PositionSide, OpenLifecycle> open = new EnumMap<>(PositionSide.class);
    private final Deque<OpenLifecycle> settling = new ArrayDeque<>();
    private final Map<Long, FuturesOrder> orders = new HashMap<>();
    private final List<FuturesOrder> protective = new ArrayList<>();
    private final RecentFills recent = new RecentFills();
    private final Map<Long, List<FuturesIncome>> early = new HashMap<>();
    private final List<FuturesIncome> fundings = new ArrayList<>();
    private String marginAsset;
    private long lastTime = Long.MIN_VALUE;
    private long lastId;
    private long lastOrderId;

    /**
     * @param possible whether such a contract may exist
     * @param marginAsset the empty text while it is not known
     */
    SymbolBook(String symbol, boolean possible, String marginAsset) {
        this.symbol = symbol;
        this.possible = possible;
        this.marginAsset = marginAsset;
    }

    String symbol() {
        return symbol;
    }

    boolean possible() {
        return possible;
    }

    String marginAsset() {
        return marginAsset;
    }

    /** Profit and funding are always in the margin asset, a fee often; a name is never taken apart, only its end compared. */
    void learn(String asset, boolean certain) {
        if (marginAsset.isEmpty() && (certain || symbol.endsWith(asset))) {
            marginAsset = asset;
        }
    }

    /** Ids of one millisecond ascend, and no fill comes twice. */
    void inOrder(FuturesFill fill) {
        boolean ascends =
                fill.time() > lastTime || fill.id() > lastId || (fill.id() == lastId && fill.orderId() > lastOrderId);
        if (!ascends) {
            throw new IllegalArgumentException("fill " + fill.id() + " of " + symbol + " comes after fill " + lastId
                    + " of the same millisecond: sort fills and leave out repeated ones");
        }
        lastTime = fill.time();
        lastId = fill.id();
        lastOrderId = fill.orderId();
    }

    @Nullable
    OpenLifecycle open(PositionSide side) {
        return open.get(side);
    }

    void open(OpenLifecycle lifecycle) {
        open.put(lifecycle.key().side(), lifecycle);
    }

    /** It stays at hand for income that is stamped a little later. */
    void settle(OpenLifecycle lifecycle) {
        open.remove(lifecycle.key().side());
        settling.addLast(lifecycle);
    }

    void settled(OpenLifecycle lifecycle) {
        settling.remove(lifecycle);
    }

    /** What is held, the long side before the short one. */
    List<OpenLifecycle> held() {
        return List.copyOf(open.values());
    }

    /** What is held, and what was a moment ago. */
    Stream<OpenLifecycle> atHand() {
        return Stream.concat(held().stream(), settling.stream());
    }

    Map<Long, FuturesOrder> orders() {
        return orders;
    }

    List<FuturesOrder> protective() {
        return protective;
    }

    @Nullable
    FuturesOrder order(long orderId) {
        return orders.isEmpty() ? null : orders.get(orderId);
    }

    RecentFills recent() {
        return recent;
    }

    Map<Long, List<FuturesIncome>> early() {
        return early;
    }

    /** The funding rows of the present millisecond. */
    List<FuturesIncome> fundings() {
        return fundings;
    }
}
