package recon.simulator.market;

import java.math.BigDecimal;
import java.util.Optional;

/** The daily candles of symbols, read from the path of their prices. */
public final class Candles {
    /** Milliseconds of a UTC day. */
    public static final long DAY_MS = 86_400_000;

    private static final long LOOK_MS = 3_600_000;
    private static final int LOTS = 40_000;

    private final Prices prices;

    /** The candles of one world. */
    public Candles(Prices prices) {
        this.prices = prices;
    }

    /** The candle of the day that begins at {@code openTime}; empty if it has not begun or the symbol was closed. */
    public Optional<Candle> at(Symbol symbol, long openTime, long now) {
        long last = Math.min(Math.min(openTime + DAY_MS, symbol.closesAt()) - 1, now);
        if (last < openTime) {
            return Optional.empty();
        }
        BigDecimal open = prices.price(symbol, openTime);
        BigDecimal close = prices.price(symbol, last);
        BigDecimal high = open.max(close);
        BigDecimal low = open.min(close);
        for (long look = openTime; look <= last; look += LOOK_MS) {
            BigDecimal price = prices.price(symbol, look);
            high = high.max(price);
            low = low.min(price);
        }
        BigDecimal volume = symbol.grain().multiply(BigDecimal.valueOf(LOTS + openTime / DAY_MS));
        return Optional.of(new Candle(openTime, open, high, low, close, volume));
    }
}
