package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What an account holds of a contract, from an instant on.
 *
 * @param symbol the contract
 * @param at since when, epoch ms of the exchange's clock
 * @param amount base asset; negative: it was sold short
 * @param entry average price of what is open, eight decimals; zero if nothing is
 */
public record Position(String symbol, long at, BigDecimal amount, BigDecimal entry) {
    private static final int MONEY_SCALE = 8;

    static Position none(String symbol) {
        return new Position(symbol, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Whether anything is held. */
    public boolean open() {
        return amount.signum() != 0;
    }

    /** What closing it at the price would bring. */
    public BigDecimal profit(BigDecimal price) {
        return price.subtract(entry).multiply(amount).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    /** How much of a fill closes what is open; signed as the position. */
    BigDecimal closedBy(BigDecimal qty) {
        if (amount.signum() * qty.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        return qty.abs().compareTo(amount.abs()) < 0 ? qty.negate() : amount;
    }

    /** The position after a fill; a fill that turns it round opens the rest at its own price. */
    Position after(long ms, BigDecimal qty, BigDecimal price) {
        BigDecimal left = amount.add(qty);
        if (left.signum() == 0) {
            return new Position(symbol, ms, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        if (amount.signum() == 0 || left.signum() != amount.signum()) {
            return new Position(symbol, ms, left, price);
        }
        if (qty.signum() != amount.signum()) {
            return new Position(symbol, ms, left, entry);
        }
        BigDecimal cost = entry.multiply(amount).add(price.multiply(qty));
        BigDecimal average = cost.divide(left, MathContext.DECIMAL128).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
        return new Position(symbol, ms, left, average);
    }
}
