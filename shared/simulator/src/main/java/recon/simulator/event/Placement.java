package recon.simulator.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an order was placed with. None of it changes.
 *
 * @param symbol the pair
 * @param orderId the exchange's number, rising within a symbol
 * @param clientOrderId the customer's name of it
 * @param buy true: receives the base asset
 * @param type as the exchange names it, for instance {@code LIMIT_MAKER}
 * @param timeInForce {@code GTC}, {@code IOC} or {@code FOK}
 * @param quantity base asset, positive
 * @param price in the quote asset; zero for a market order
 * @param stopPrice in the quote asset; zero if there is none
 * @param quoteQuantity the quote asset to spend where the order was given so, else zero
 * @param listId number of the order list; -1 if none
 * @param created when the exchange took it, epoch ms of its clock
 * @param preventionMode mode of self-trade prevention
 * @param strategyId the customer's number of its strategy, if given
 * @param trailingDelta basis points, for a trailing stop order
 */
public record Placement(
        String symbol,
        long orderId,
        String clientOrderId,
        boolean buy,
        String type,
        String timeInForce,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal stopPrice,
        BigDecimal quoteQuantity,
        long listId,
        long created,
        String preventionMode,
        OptionalLong strategyId,
        OptionalInt trailingDelta) {
    /** The kind of every strategy. */
    public static final int STRATEGY_TYPE = 1_000_000;

    public Placement {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(clientOrderId, "clientOrderId is null");
        requireNonNull(type, "type is null");
        requireNonNull(timeInForce, "timeInForce is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(price, "price is null");
        requireNonNull(stopPrice, "stopPrice is null");
        requireNonNull(quoteQuantity, "quoteQuantity is null");
        requireNonNull(preventionMode, "preventionMode is null");
        requireNonNull(strategyId, "strategyId is null");
        requireNonNull(trailingDelta, "trailingDelta is null");
    }

    /** Whether it may rest on the book: neither a market order nor one that must be filled at once. */
    public boolean rests() {
        return timeInForce.equals("GTC") && !type.equals("MARKET");
    }
}
