package recon.simulator.world;

import java.math.BigDecimal;

/**
 * One account's side of a trade.
 *
 * @param symbol the pair
 * @param id the trade's number, counted per symbol; both sides of a self-trade carry it
 * @param orderId the order's number, counted per symbol
 * @param price quote asset for one unit of the base asset
 * @param qty base asset, positive
 * @param quoteQty price x qty, exactly
 * @param commission paid, 0 or more
 * @param commissionAsset what it was paid in
 * @param time stamp, epoch ms of the exchange's clock
 * @param buyer true: received the base asset
 * @param maker true: the order was resting
 */
public record TradeRow(
        String symbol,
        long id,
        long orderId,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        BigDecimal commission,
        String commissionAsset,
        long time,
        boolean buyer,
        boolean maker) {}
