package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A fill that smart order routing found, which is no trade.
 *
 * @param symbol the pair
 * @param id the allocation's number, counted per symbol
 * @param orderId the order's number, counted per symbol
 * @param price quote asset for one unit of the base asset
 * @param qty base asset, positive
 * @param commission paid, 0 or more, in what was received
 * @param commissionAsset what was received
 * @param time stamp, epoch ms of the exchange's clock
 * @param buyer true: received the base asset
 */
public record AllocationRow(
        String symbol,
        long id,
        long orderId,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal commission,
        String commissionAsset,
        long time,
        boolean buyer) {}
