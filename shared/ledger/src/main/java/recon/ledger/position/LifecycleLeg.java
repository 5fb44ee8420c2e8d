package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The fills by which a position grew, or those by which it shrank.
 *
 * @param quantity of the base asset
 * @param notional sum of price x quantity, in the quote asset, exact
 * @param firstTime of its first fill, epoch milliseconds, UTC; 0 without fills
 * @param lastTime of its last fill, epoch milliseconds, UTC; 0 without fills
 * @param firstOrderId the order of its first fill; 0 without fills
 * @param lastOrderId the order of its last fill; 0 without fills
 * @param firstType the type of the first order; the empty text where the order is not known
 * @param lastType the type of the last order; the empty text where the order is not known
 */
public record LifecycleLeg(
        BigDecimal quantity,
        BigDecimal notional,
        long firstTime,
        long lastTime,
        long firstOrderId,
        long lastOrderId,
        String firstType,
        String lastType) {
    /** Digits after the point of an average. */
    public static final int AVERAGE_SCALE = 18;

    public LifecycleLeg {
        requireNonNull(quantity, "quantity is null");
        requireNonNull(notional, "notional is null");
        requireNonNull(firstType, "firstType is null");
        requireNonNull(lastType, "lastType is null");
    }

    /** The average price in the quote asset, divided once; empty without fills. */
    public Optional<BigDecimal> average() {
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(notional.divide(quantity, AVERAGE_SCALE, RoundingMode.HALF_EVEN));
    }
}
