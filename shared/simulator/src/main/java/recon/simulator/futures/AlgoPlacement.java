package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What a conditional order was placed with. None of it changes.
 *
 * @param symbol the contract
 * @param algoId rising over all contracts
 * @param clientAlgoId the customer's name of it
 * @param buy true: the base asset will be bought
 * @param side the position that it closes
 * @param type {@code STOP_MARKET}, {@code TAKE_PROFIT_MARKET}, {@code STOP} or {@code TAKE_PROFIT}
 * @param quantity base asset; zero where it closes the whole position, however large it is then
 * @param trigger the price at which it becomes an order, dollars
 * @param created when the exchange took it, epoch ms of its clock
 */
public record AlgoPlacement(
        String symbol,
        long algoId,
        String clientAlgoId,
        boolean buy,
        PositionSide side,
        String type,
        BigDecimal quantity,
        BigDecimal trigger,
        long created) {
    public AlgoPlacement {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(clientAlgoId, "clientAlgoId is null");
        requireNonNull(side, "side is null");
        requireNonNull(type, "type is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(trigger, "trigger is null");
    }

    /** Whether it closes all there is. */
    public boolean closesAll() {
        return quantity.signum() == 0;
    }

    /** The price of the order that it becomes; zero for a market order. */
    public BigDecimal price() {
        return type.endsWith("MARKET") ? BigDecimal.ZERO : trigger;
    }
}
