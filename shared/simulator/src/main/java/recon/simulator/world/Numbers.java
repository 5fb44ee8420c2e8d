package recon.simulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import recon.simulator.draw.Draw;

/** Ids as the exchange gives them: rising, with gaps where other customers' rows are. */
final class Numbers {
    private static final int GAP = 40;
    private static final long FIRST_ORDER = 1_000_000;
    private static final long FIRST_CONTRACT_ORDER = 37_000_000_000L;
    private static final long FIRST_TRANSFER = 130_000_000_000L;

    private static final long FIRST_OWN = 200_000_000_000L;
    private static final long APART = 1_000_000_000;
    private static final int KINDS = 9_000;

    private final long seed;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Long> spares = new HashMap<>();
    private final Map<String, Long> lastTradeAt = new HashMap<>();

    Numbers(long seed) {
        this.seed = seed;
    }

    long order(String symbol) {
        return next("order " + symbol, FIRST_ORDER);
    }

    /** A number below that of the symbol's next order, where the gap has one left. */
    OptionalLong spareOrder(String symbol) {
        String name = "order " + symbol;
        long before = last.getOrDefault(name, FIRST_ORDER);
        long spare = Math.max(before, spares.getOrDefault(symbol, before)) + 1;
        if (spare > before + gap(name, before)) {
            return OptionalLong.empty();
        }
        spares.put(symbol, spare);
        return OptionalLong.of(spare);
    }

    long contractOrder(String symbol) {
        return next("contract order " + symbol, FIRST_CONTRACT_ORDER);
    }

    long execution(String symbol) {
        return next("execution " + symbol, 2_000_000);
    }

    /** Trades of one millisecond follow each other without a gap. */
    long trade(String symbol, long at) {
        Long before = lastTradeAt.put(symbol, at);
        String name = "trade " + symbol;
        return before != null && before == at ? last.merge(name, 1L, Long::sum) : next(name, 10_000);
    }

    long allocation(String symbol) {
        return next("allocation " + symbol, 500);
    }

    /** Above those of the matches that were prevented between an account and itself. */
    long preventedMatch(String symbol) {
        return next("prevented match " + symbol, 20_000);
    }

    long transfer() {
        return next("transfer", FIRST_TRANSFER);
    }

    /** Larger than a double can hold exactly. */
    long conversion() {
        return next("conversion", 940_708_407_462_087_195L);
    }

    long other(String kind) {
        return next(kind, 4_000_000_000L);
    }

    /** Ids of a kind that no other kind's come near, so that equal ones mean the same thing. */
    long own(String kind) {
        return next(kind, FIRST_OWN + APART * Draw.of(0, kind).below(KINDS));
    }

    private long next(String name, long first) {
        long before = last.getOrDefault(name, first);
        long next = before + 1 + gap(name, before);
        last.put(name, next);
        return next;
    }

    private int gap(String name, long before) {
        return Draw.of(seed, name, before).below(GAP);
    }
}
