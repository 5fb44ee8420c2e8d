package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The life of one position, from flat to flat, as the exchange itself kept it while it executed the fills. Everything is
 * counted that is stamped before the instant asked for.
 *
 * @param uid whose it is
 * @param symbol the contract
 * @param side which position of the contract
 * @param bought true: long; false: sold short
 * @param firstFill id of the fill that opened it; of a flip the very fill that closed the one before
 * @param lastFill id of the last fill so far
 * @param entryQuantity base asset that came in by fills, positive
 * @param entryValue price x quantity of that, dollars
 * @param exitQuantity base asset that went out by fills, positive
 * @param exitValue price x quantity of that, dollars
 * @param movedQuantity base asset that came (positive) or went (negative) without a fill
 * @param realizedPnl dollars, fees apart
 * @param commission by asset; positive: paid. Of a flip the closing part has its share of the fee by quantity, half-even at
 *     eight decimals, and the opening part the rest
 * @param funding dollars; positive: received
 * @param insuranceClear dollars; negative: taken
 * @param opened time of the first fill
 * @param closed when nothing was left; empty while something is
 * @param stopLoss trigger price of the conditional order that was to stop a loss
 * @param takeProfit trigger price of the conditional order that was to take a profit
 * @param flags what is special
 */
public record PositionTruth(
        String uid,
        String symbol,
        PositionSide side,
        boolean bought,
        long firstFill,
        long lastFill,
        BigDecimal entryQuantity,
        BigDecimal entryValue,
        BigDecimal exitQuantity,
        BigDecimal exitValue,
        BigDecimal movedQuantity,
        BigDecimal realizedPnl,
        SortedMap<String, BigDecimal> commission,
        BigDecimal funding,
        BigDecimal insuranceClear,
        Instant opened,
        Optional<Instant> closed,
        Optional<BigDecimal> stopLoss,
        Optional<BigDecimal> takeProfit,
        Set<PositionFlag> flags) {
    public PositionTruth {
        requireNonNull(uid, "uid is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
        requireNonNull(entryQuantity, "entryQuantity is null");
        requireNonNull(entryValue, "entryValue is null");
        requireNonNull(exitQuantity, "exitQuantity is null");
        requireNonNull(exitValue, "exitValue is null");
        requireNonNull(movedQuantity, "movedQuantity is null");
        requireNonNull(realizedPnl, "realizedPnl is null");
        requireNonNull(funding, "funding is null");
        requireNonNull(insuranceClear, "insuranceClear is null");
        requireNonNull(opened, "opened is null");
        requireNonNull(closed, "closed is null");
        requireNonNull(stopLoss, "stopLoss is null");
        requireNonNull(takeProfit, "takeProfit is null");
        commission = Collections.unmodifiableSortedMap(new TreeMap<>(commission));
        Set<PositionFlag> sorted = EnumSet.noneOf(PositionFlag.class);
        sorted.addAll(flags);
        flags = Collections.unmodifiableSet(sorted);
    }

    /** What is left of it, base asset; never negative. */
    public BigDecimal open() {
        return entryQuantity.add(movedQuantity).subtract(exitQuantity);
    }
}
