package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one execution traded; all amounts are 0 where it traded nothing. Letters in braces are the exchange's fields.
 *
 * @param quantity of the base asset ({@code l}), never negative
 * @param quoteQuantity of the quote asset ({@code Y}), never negative
 * @param price quote asset for one base asset ({@code L})
 * @param fee what the exchange took, positive is a cost ({@code n})
 * @param feeAsset in what ({@code N}); the empty text for none
 * @param tradeId the trade, an id of the symbol that the two sides share ({@code t}, where it is not -1)
 * @param maker whether the order was on the book before the other one ({@code m})
 */
public record Fill(
        BigDecimal quantity,
        BigDecimal quoteQuantity,
        BigDecimal price,
        BigDecimal fee,
        String feeAsset,
        Optional<Long> tradeId,
        boolean maker) {
    public Fill {
        quantity = Amounts.plain(quantity);
        quoteQuantity = Amounts.plain(quoteQuantity);
        price = Amounts.plain(price);
        fee = Amounts.plain(fee);
        requireNonNull(feeAsset, "feeAsset is null");
        requireNonNull(tradeId, "tradeId is null");
    }
}
