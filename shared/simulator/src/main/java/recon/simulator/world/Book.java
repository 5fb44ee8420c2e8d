package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All movements of one wallet. Fills are kept apart from the rest because they may take effect later
 * than their stamp.
 */
public final class Book {
    private final long effectDelayMs;
    private final SortedMap<String, Column> fills = new TreeMap<>();
    private final SortedMap<String, Column> others = new TreeMap<>();

    Book(long effectDelayMs) {
        this.effectDelayMs = effectDelayMs;
    }

    void fill(String asset, long at, BigDecimal amount) {
        fills.computeIfAbsent(asset, _ -> new Column()).add(at, amount);
    }

    void other(String asset, long at, BigDecimal amount) {
        others.computeIfAbsent(asset, _ -> new Column()).add(at, amount);
    }

    /** Sum of the movements stamped before the instant. */
    public BigDecimal stampedBefore(String asset, long at) {
        return before(fills, asset, at).add(before(others, asset, at));
    }

    /** Sum of all movements that are known. */
    BigDecimal total(String asset) {
        return stampedBefore(asset, Long.MAX_VALUE);
    }

    /** What the account shows at the instant, by asset; zeros left out. */
    public SortedMap<String, BigDecimal> inEffect(long now) {
        SortedMap<String, BigDecimal> balances = new TreeMap<>();
        for (String asset : assets()) {
            BigDecimal balance = before(fills, asset, now + 1 - effectDelayMs).add(before(others, asset, now + 1));
            if (balance.signum() != 0) {
                balances.put(asset, balance);
            }
        }
        return balances;
    }

    /** When the balances that the account shows at the instant last changed; 0 if they never did. */
    public long lastEffect(long now) {
        long last = 0;
        for (Column column : fills.values()) {
            last = Math.max(last, column.lastBefore(now + 1 - effectDelayMs, -effectDelayMs) + effectDelayMs);
        }
        for (Column column : others.values()) {
            last = Math.max(last, column.lastBefore(now + 1, 0));
        }
        return last;
    }

    /** Assets with a movement stamped from {@code from} (inclusive) to {@code to} (exclusive). */
    public SortedSet<String> moved(long from, long to) {
        SortedSet<String> moved = new TreeSet<>();
        for (Map<String, Column> columns : List.of(fills, others)) {
            columns.forEach((asset, column) -> {
                if (column.movedWithin(from, to)) {
                    moved.add(asset);
                }
            });
        }
        return moved;
    }

    /** Assets that ever moved. */
    public SortedSet<String> assets() {
        SortedSet<String> assets = new TreeSet<>(fills.keySet());
        assets.addAll(others.keySet());
        return Collections.unmodifiableSortedSet(assets);
    }

    private static BigDecimal before(Map<String, Column> columns, String asset, long time) {
        Column column = columns.get(asset);
        return column == null ? BigDecimal.ZERO : column.before(time);
    }
}
