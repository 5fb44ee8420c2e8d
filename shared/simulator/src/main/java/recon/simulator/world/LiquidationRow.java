package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A sale that the exchange made for an account, to pay its loan back.
 *
 * @param orderId of the order
 * @param symbol what was sold
 * @param price the average
 * @param qty base asset, positive
 * @param time epoch ms of the exchange's clock
 * @param pair the pair of an isolated wallet; empty for cross margin
 */
public record LiquidationRow(long orderId, String symbol, BigDecimal price, BigDecimal qty, long time, String pair) {}
