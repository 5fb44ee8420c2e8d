package recon.simulator.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import recon.simulator.draw.Draw;

/** What things are worth: a base price per asset that wanders some percent from day to day. A function of the seed. */
public final class Prices {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final long DAY_MS = 86_400_000;
    private static final int SWAY_PPM = 30_000;
    private static final int JITTER_PPM = 800;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** US dollars; rough figures of the autumn of 2026 are as good as any. */
    private static final Map<String, BigDecimal> BASE = Map.ofEntries(
            usd("USDT", "1"),
            usd("BUSD", "1"),
            usd("USDC", "1"),
            usd("TUSD", "1"),
            usd("PAX", "1"),
            usd("USDS", "1"),
            usd("BTC", "96500"),
            usd("ETH", "3150"),
            usd("BNB", "905"),
            usd("XRP", "2.15"),
            usd("ADA", "0.52"),
            usd("DOGE", "0.155"),
            usd("LTC", "84"),
            usd("LINK", "13.4"),
            usd("TRX", "0.285"),
            usd("XLM", "0.255"),
            usd("BCH", "485"),
            usd("ATOM", "2.9"),
            usd("ETC", "14.6"),
            usd("VET", "0.0165"),
            usd("ALGO", "0.14"),
            usd("MATIC", "0.21"),
            usd("EOS", "0.27"),
            usd("XTZ", "0.55"),
            usd("NEO", "4.6"),
            usd("ZEC", "510"),
            usd("DASH", "61"),
            usd("QTUM", "1.75"),
            usd("XMR", "360"),
            usd("ZIL", "0.0061"),
            usd("HBAR", "0.145"),
            usd("SOL", "141"),
            usd("DOT", "2.9"),
            usd("AVAX", "15.2"),
            usd("币安人生", "0.134"));

    private final long seed;

    /** The prices of one world. */
    public Prices(long seed) {
        this.seed = seed;
    }

    /** US dollars for one unit of the asset. */
    public BigDecimal usd(String asset, long ms) {
        BigDecimal base = BASE.get(asset);
        if (base != null && base.compareTo(BigDecimal.ONE) == 0) {
            return base;
        }
        BigDecimal start =
                base != null ? base : BigDecimal.valueOf(Draw.of(seed, asset).between(40, 4_000), 3);
        return start.multiply(BigDecimal.valueOf(1_000_000 + sway(asset, ms)), DIGITS)
                .divide(MILLION, DIGITS);
    }

    /** Units of the quote asset for one unit of the base asset, on the symbol's tick. */
    public BigDecimal price(Symbol symbol, long ms) {
        return symbol.price(raw(symbol, ms));
    }

    /** Whether the symbol's ticks are fine enough for its price. */
    public boolean fine(Symbol symbol, long ms) {
        return symbol.finePriced(raw(symbol, ms));
    }

    private BigDecimal raw(Symbol symbol, long ms) {
        return usd(symbol.base(), ms).divide(usd(symbol.quote(), ms), DIGITS);
    }

    /** Linear between one draw per day, so that a price has no jump at midnight, plus a little noise per second. */
    private long sway(String asset, long ms) {
        long day = Math.floorDiv(ms, DAY_MS);
        long within = Math.floorMod(ms, DAY_MS);
        long today = knot(asset, day);
        long slope = (knot(asset, day + 1) - today) * within / DAY_MS;
        return today + slope + Draw.of(seed, asset, ms / 1_000).between(-JITTER_PPM, JITTER_PPM);
    }

    private int knot(String asset, long day) {
        return Draw.of(seed, asset, day, 0).between(-SWAY_PPM, SWAY_PPM);
    }

    private static Map.Entry<String, BigDecimal> usd(String asset, String price) {
        return Map.entry(asset, new BigDecimal(price));
    }
}
