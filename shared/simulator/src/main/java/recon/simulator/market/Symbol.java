package recon.simulator.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A pair that is or was traded.
 *
 * @param name the exchange's name of it
 * @param base what is bought and sold
 * @param quote what it is paid in
 * @param tick steps of the price, in the quote asset
 * @param step steps of the quantity, in the base asset
 * @param margin whether margin trading is allowed
 * @param closesAt from when its status is BREAK, epoch ms of the exchange's clock; {@link #NEVER} if it stays open
 */
public record Symbol(
        String name, String base, String quote, BigDecimal tick, BigDecimal step, boolean margin, long closesAt) {
    /** It stays open. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int MONEY_SCALE = 8;
    private static final BigDecimal COARSE = BigDecimal.valueOf(20);

    public Symbol {
        requireNonNull(name, "name is null");
        requireNonNull(base, "base is null");
        requireNonNull(quote, "quote is null");
        requireNonNull(tick, "tick is null");
        requireNonNull(step, "step is null");
        tick = tick.stripTrailingZeros();
        step = step.stripTrailingZeros();
    }

    /** Whether its status is TRADING. */
    public boolean open(long ms) {
        return ms < closesAt;
    }

    /** The same, closing at an instant. */
    public Symbol closing(long at) {
        return new Symbol(name, base, quote, tick, step, margin, at);
    }

    /** The quantity cut down to what can be traded so that price x quantity is exact in eight decimals. */
    public BigDecimal quantity(BigDecimal wanted) {
        BigDecimal grain = grain();
        return wanted.divide(grain, 0, RoundingMode.DOWN).multiply(grain);
    }

    /** The smallest quantity used in trades. */
    public BigDecimal grain() {
        return step.max(BigDecimal.ONE.scaleByPowerOfTen(tick.scale() - MONEY_SCALE));
    }

    /** The price rounded to a tick, at least one tick. */
    public BigDecimal price(BigDecimal wanted) {
        return wanted.divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick).max(tick);
    }

    /** Whether ticks are fine enough for a price to look like one. */
    boolean finePriced(BigDecimal price) {
        return price.compareTo(tick.multiply(COARSE)) >= 0;
    }
}
