package recon.ledger.completeness;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.ledger.order.Execution;
import recon.ledger.order.Fill;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;

/** The trades of a symbol on a day: those that the exchange lists against those that came through the stream. */
public final class TradeCheck {
    private TradeCheck() {}

    /**
     * What does not agree.
     *
     * @param missing listed, and came neither through the stream nor was it healed before
     * @param unknown came through the stream, and is not listed
     * @param differing came through the stream with other amounts than are listed
     */
    public record Result(List<HealedFill> missing, List<Execution> unknown, List<Execution> differing) {
        public Result {
            missing = List.copyOf(missing);
            unknown = List.copyOf(unknown);
            differing = List.copyOf(differing);
        }
    }

    /** A trade of one order: the two sides of a self-trade have one id. */
    private record Key(OrderKey order, long tradeId) {}

    /**
     * Compares them.
     *
     * @param listed by {@code myTrades}
     * @param stream all executions, trades or not
     * @param healed before
     */
    public static Result of(
            Collection<HealedFill> listed, Collection<Execution> stream, Collection<HealedFill> healed) {
        Map<Key, Execution> came = new HashMap<>();
        for (Execution execution : stream) {
            execution.fill().tradeId().ifPresent(id -> came.put(new Key(execution.order(), id), execution));
        }
        Map<Key, HealedFill> had = healed.stream().collect(toMap(TradeCheck::key, fill -> fill, (one, same) -> one));
        Map<Key, Execution> unknown = new HashMap<>(came);
        List<HealedFill> missing = new ArrayList<>();
        List<Execution> differing = new ArrayList<>();
        for (HealedFill fill : listed) {
            Execution execution = came.get(key(fill));
            unknown.remove(key(fill));
            if (execution == null) {
                if (!had.containsKey(key(fill))) {
                    missing.add(fill);
                }
            } else if (!same(fill, execution.fill())) {
                differing.add(execution);
            }
        }
        return new Result(missing, List.copyOf(unknown.values()), differing);
    }

    private static Key key(HealedFill fill) {
        return new Key(fill.order(), fill.tradeId());
    }

    private static boolean same(HealedFill listed, Fill reported) {
        return listed.quantity().compareTo(reported.quantity()) == 0
                && listed.quoteQuantity().compareTo(reported.quoteQuantity()) == 0
                && listed.price().compareTo(reported.price()) == 0
                && listed.fee().compareTo(reported.fee()) == 0
                && (listed.fee().signum() == 0 || listed.feeAsset().equals(reported.feeAsset()));
    }
}
