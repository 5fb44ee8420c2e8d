package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A conversion of one asset into another at a quoted price.
 *
 * @param quoteId of the quote
 * @param orderId larger than a double can hold
 * @param fromAsset what was given
 * @param fromAmount positive
 * @param toAsset what was received
 * @param toAmount positive
 * @param time epoch ms of the exchange's clock
 * @param success false: nothing moved
 */
public record ConvertRow(
        String quoteId,
        long orderId,
        String fromAsset,
        BigDecimal fromAmount,
        String toAsset,
        BigDecimal toAmount,
        long time,
        boolean success) {}
