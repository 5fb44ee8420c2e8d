package recon.simulator.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * The trade that a report tells of. Equal, field by field, to the row of {@code myTrades}.
 *
 * @param tradeId the trade's number within the symbol
 * @param price in the quote asset
 * @param quantity base asset
 * @param quoteQuantity price x quantity
 * @param commission paid, 0 or more
 * @param commissionAsset what it was paid in
 * @param maker true: the order was resting
 */
public record Fill(
        long tradeId,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal quoteQuantity,
        BigDecimal commission,
        String commissionAsset,
        boolean maker) {
    public Fill {
        requireNonNull(price, "price is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(quoteQuantity, "quoteQuantity is null");
        requireNonNull(commission, "commission is null");
        requireNonNull(commissionAsset, "commissionAsset is null");
    }
}
