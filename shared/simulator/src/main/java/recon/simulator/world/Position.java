package recon.simulator.world;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import recon.simulator.futures.PositionSide;

/**
 * What an account holds of a contract, from an instant on.
 *
 * @param symbol the contract
 * @param side which of its positions
 * @param at since when, epoch ms of the exchange's clock
 * @param amount base asset; negative: it was sold short
 * @param entry average price of what is open, eight decimals; zero if nothing is
 */
public record Position(String symbol, PositionSide side, long at, BigDecimal amount, BigDecimal entry) {
    private static final int MONEY_SCALE = 8;

    public Position {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(entry, "entry is null");
    }

    static Position none(String symbol, PositionSide side) {
        return new Position(symbol, side, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Whether anything is held. */
    public boolean open() {
        return amount.signum() != 0;
    }

    /** What closing it at the price would bring. */
    public BigDecimal profit(BigDecimal price) {
        return price.subtract(entry).multiply(amount).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    /** What closing so much of it, signed as it is, would bring. */
    BigDecimal profit(BigDecimal closed, BigDecimal price) {
        return new Position(symbol, side, at, closed, entry).profit(price);
    }

    /** How much of a fill closes what is open; signed as the position. */
    BigDecimal closedBy(BigDecimal qty) {
        if (amount.signum() * qty.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        return qty.abs().compareTo(amount.abs()) < 0 ? qty.negate() : amount;
    }

    /** Whether a fill leaves the side that it belongs to: of hedge mode none crosses zero. */
    boolean stays(BigDecimal qty) {
        int left = amount.add(qty).signum();
        return switch (side) {
            case BOTH -> true;
            case LONG -> left >= 0;
            case SHORT -> left <= 0;
        };
    }

    /** The same with less or more of it at the same entry price. */
    Position moved(long ms, BigDecimal left) {
        return new Position(symbol, side, ms, left, left.signum() == 0 ? BigDecimal.ZERO : entry);
    }

    /** The position after a fill; a fill that turns it round opens the rest at its own price. */
    Position after(long ms, BigDecimal qty, BigDecimal price) {
        BigDecimal left = amount.add(qty);
        if (left.signum() == 0) {
            return new Position(symbol, side, ms, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        if (amount.signum() == 0 || left.signum() != amount.signum()) {
            return new Position(symbol, side, ms, left, price);
        }
        if (qty.signum() != amount.signum()) {
            return new Position(symbol, side, ms, left, entry);
        }
        BigDecimal cost = entry.multiply(amount).add(price.multiply(qty));
        BigDecimal average = cost.divide(left, MathContext.DECIMAL128).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
        return new Position(symbol, side, ms, left, average);
    }
}
