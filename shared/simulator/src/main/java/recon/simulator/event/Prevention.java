package recon.simulator.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A trade of an account with itself, or with one of its group, that was prevented.
 *
 * @param matchId number of the prevented match
 * @param quantity base asset that did not trade
 * @param price at which it would have traded, in the quote asset
 * @param counterOrderId the order on the other side
 * @param tradeGroupId the group of both accounts
 */
public record Prevention(long matchId, BigDecimal quantity, BigDecimal price, long counterOrderId, long tradeGroupId) {
    public Prevention {
        requireNonNull(quantity, "quantity is null");
        requireNonNull(price, "price is null");
    }

    /** The mode in which what would have been traded moves all the same. */
    public static final String TRANSFER = "TRANSFER";

    /** Quote asset that did not trade. */
    public BigDecimal quoteQuantity() {
        return quantity.multiply(price);
    }
}
