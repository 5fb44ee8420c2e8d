package recon.ledger.order;

import java.math.BigDecimal;

/**
 * What self-trade prevention kept from trading; all 0 where it did nothing. With the mode {@code TRANSFER} the
 * prevented execution moves between the two accounts although nothing was traded.
 *
 * @param quantity of the base asset, cumulative over the order ({@code A})
 * @param executionQuantity of the base asset: in an execution by it alone ({@code pl}), in a state the sum
 * @param executionQuoteQuantity of the quote asset: in an execution by it alone ({@code pY}), in a state the sum
 */
public record Prevention(BigDecimal quantity, BigDecimal executionQuantity, BigDecimal executionQuoteQuantity) {
    /** Nothing was prevented. */
    public static final Prevention NONE = new Prevention(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Prevention {
        quantity = Amounts.plain(quantity);
        executionQuantity = Amounts.plain(executionQuantity);
        executionQuoteQuantity = Amounts.plain(executionQuoteQuantity);
    }

    /** This and what one more execution prevented. */
    Prevention and(Prevention other) {
        return new Prevention(
                quantity.max(other.quantity),
                executionQuantity.add(other.executionQuantity),
                executionQuoteQuantity.add(other.executionQuoteQuantity));
    }
}
