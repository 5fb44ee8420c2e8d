package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * An order as it was last seen (sources: {@code GET /fapi/v1/allOrders}, {@code /fapi/v1/allAlgoOrders}, {@code
 * /fapi/v1/forceOrders}).
 *
 * @param accountId whose order
 * @param symbol the contract
 * @param kind which of the three lists shows it
 * @param orderId its id in that list
 * @param triggeredId the plain order that a conditional one became; 0 for none
 * @param positionSide the position that it is to move
 * @param buyer whether it buys
 * @param type as it was placed, unknown ones kept: {@code LIMIT}, {@code MARKET}, {@code STOP_MARKET}, …
 * @param status unknown ones kept: {@code NEW}, {@code FILLED}, …
 * @param quantity of the base asset; zero where it closes whatever is held
 * @param executed of the base asset
 * @param trigger the price that sets a conditional order off; zero for none
 * @param closing whether it can only reduce a position
 * @param forced why the exchange placed it, for its own orders
 * @param time when it was placed, epoch milliseconds, UTC
 * @param updateTime when it last changed, epoch milliseconds, UTC
 */
public record FuturesOrder(
        String accountId,
        String symbol,
        Kind kind,
        long orderId,
        long triggeredId,
        PositionSide positionSide,
        boolean buyer,
        String type,
        String status,
        BigDecimal quantity,
        BigDecimal executed,
        BigDecimal trigger,
        boolean closing,
        Optional<ForcedClose> forced,
        long time,
        long updateTime) {
    /** The list that shows an order. */
    public enum Kind {
        /** {@code allOrders}. */
        PLAIN,
        /** {@code allAlgoOrders}: conditional orders that were placed since 2025-12-09. */
        CONDITIONAL,
        /** {@code forceOrders}: the same rows as in {@code allOrders}, with the reason. */
        FORCED
    }

    private static final Set<String> WORKING = Set.of("NEW", "PARTIALLY_FILLED");

    /** By the time at which they were placed. */
    public static final Comparator<FuturesOrder> ORDER = Comparator.comparingLong(FuturesOrder::time)
            .thenComparing(FuturesOrder::symbol)
            .thenComparing(FuturesOrder::kind)
            .thenComparingLong(FuturesOrder::orderId);

    public FuturesOrder {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(positionSide, "positionSide is null");
        requireNonNull(type, "type is null");
        requireNonNull(status, "status is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(executed, "executed is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(forced, "forced is null");
    }

    /** Whether it waits to be filled or set off. */
    public boolean working() {
        return WORKING.contains(status);
    }

    /** This order with the reason for which the exchange placed it. */
    public FuturesOrder because(Optional<ForcedClose> reason) {
        return with(type, trigger, closing, reason);
    }

    /**
     * This row of a file with what another row of the order says and a file does not: as what it was placed, at which price it
     * is set off, and whether it closes whatever is held.
     */
    FuturesOrder completedBy(FuturesOrder other) {
        return with(other.type, other.trigger, closing || other.closing, forced.or(() -> other.forced));
    }

    private FuturesOrder with(String placedAs, BigDecimal setOffAt, boolean closesAll, Optional<ForcedClose> reason) {
        return new FuturesOrder(
                accountId,
                symbol,
                kind,
                orderId,
                triggeredId,
                positionSide,
                buyer,
                placedAs,
                status,
                quantity,
                executed,
                setOffAt,
                closesAll,
                reason,
                time,
                updateTime);
    }

    /** The position that it is to move. */
    public PositionKey key() {
        return new PositionKey(accountId, symbol, positionSide);
    }

    /** Whether it is set off by a price against its owner. */
    public boolean stop() {
        return type.equals("STOP") || type.equals("STOP_MARKET");
    }

    /** Whether it is set off by a price in favour of its owner. */
    public boolean takeProfit() {
        return type.equals("TAKE_PROFIT") || type.equals("TAKE_PROFIT_MARKET");
    }

    /** Whether it names a price at which a position would be left. */
    public boolean protective() {
        return trigger.signum() > 0 && (stop() || takeProfit());
    }
}
