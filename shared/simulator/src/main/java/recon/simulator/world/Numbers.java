package recon.simulator.world;

import java.util.HashMap;
import java.util.Map;
import recon.simulator.draw.Draw;

/** Ids as the exchange gives them: rising, with gaps where other customers' rows are. */
final class Numbers {
    private static final int GAP = 40;
    private static final long FIRST_TRANSFER = 130_000_000_000L;

    private final long seed;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Long> lastTradeAt = new HashMap<>();

    Numbers(long seed) {
        this.seed = seed;
    }

    long order(String symbol) {
        return next("order " + symbol, 1_000_000);
    }

    /** Trades of one millisecond follow each other without a gap. */
    long trade(String symbol, long at) {
        Long before = lastTradeAt.put(symbol, at);
        String name = "trade " + symbol;
        return before != null && before == at ? last.merge(name, 1L, Long::sum) : next(name, 10_000);
    }

    long transfer() {
        return next("transfer", FIRST_TRANSFER);
    }

    long other(String kind) {
        return next(kind, 4_000_000_000L);
    }

    private long next(String name, long first) {
        long before = last.getOrDefault(name, first);
        long next = before + 1 + Draw.of(seed, name, before).below(GAP);
        last.put(name, next);
        return next;
    }
}
