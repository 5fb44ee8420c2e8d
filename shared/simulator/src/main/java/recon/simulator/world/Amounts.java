package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import recon.simulator.market.Prices;

/** Amounts as people choose them: few digits, and fewer the cheaper the asset. */
final class Amounts {
    private final Prices prices;

    Amounts(Prices prices) {
        this.prices = prices;
    }

    /** So many dollars' worth of the asset. */
    BigDecimal worth(String asset, int dollars, long ms) {
        BigDecimal price = prices.usd(asset, ms);
        return rounded(asset, BigDecimal.valueOf(dollars).divide(price, MathContext.DECIMAL64), ms);
    }

    /** The amount cut down to the digits people use. */
    BigDecimal rounded(String asset, BigDecimal amount, long ms) {
        return amount.setScale(decimals(prices.usd(asset, ms)), RoundingMode.DOWN);
    }

    /** Dollars that the amount is worth. */
    BigDecimal dollars(String asset, BigDecimal amount, long ms) {
        return amount.multiply(prices.usd(asset, ms), MathContext.DECIMAL64);
    }

    private static int decimals(BigDecimal price) {
        int wholeDigits = price.precision() - price.scale();
        return Math.clamp(wholeDigits + 1L, 0, 6);
    }
}
