package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What an order in a contract was placed with. None of it changes.
 *
 * @param symbol the contract
 * @param orderId rising within a contract
 * @param clientOrderId the customer's name of it, or the exchange's where it closes by force
 * @param buy true: the base asset is bought
 * @param side the position that it changes
 * @param type {@code LIMIT} or {@code MARKET}
 * @param timeInForce {@code GTC} or {@code IOC}
 * @param quantity base asset, positive
 * @param price dollars; zero for a market order
 * @param reduceOnly whether it may only close
 * @param created when the exchange took it, epoch ms of its clock
 */
public record ContractPlacement(
        String symbol,
        long orderId,
        String clientOrderId,
        boolean buy,
        PositionSide side,
        String type,
        String timeInForce,
        BigDecimal quantity,
        BigDecimal price,
        boolean reduceOnly,
        long created) {
    public ContractPlacement {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(clientOrderId, "clientOrderId is null");
        requireNonNull(side, "side is null");
        requireNonNull(type, "type is null");
        requireNonNull(timeInForce, "timeInForce is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(price, "price is null");
    }
}
