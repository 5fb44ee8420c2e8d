package recon.simulator.http;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import recon.simulator.market.Prices;
import recon.simulator.world.Holding;

/**
 * Values what is held.
 *
 * @param prices what things are worth
 * @param at epoch ms
 */
record Worth(Prices prices, long at) {
    private static final int MONEY_SCALE = 8;

    /** All of it in one asset, cut to eight decimals. */
    BigDecimal in(String quote, List<Holding> holdings) {
        return in(
                quote,
                holdings.stream()
                        .map(holding -> dollars(holding.asset(), holding.free().add(holding.locked())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** So many dollars in one asset, cut to eight decimals. */
    BigDecimal in(String quote, BigDecimal dollars) {
        return dollars.divide(prices.usd(quote, at), MathContext.DECIMAL64).setScale(MONEY_SCALE, RoundingMode.DOWN);
    }

    BigDecimal dollars(String asset, BigDecimal amount) {
        return amount.multiply(prices.usd(asset, at));
    }
}
