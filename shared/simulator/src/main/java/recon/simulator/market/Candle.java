package recon.simulator.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A UTC day of a symbol, as far as it has come.
 *
 * @param openTime its midnight, epoch ms
 * @param open price in its first millisecond, in the quote asset
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded, in the base asset
 */
public record Candle(
        long openTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
    public Candle {
        requireNonNull(open, "open is null");
        requireNonNull(high, "high is null");
        requireNonNull(low, "low is null");
        requireNonNull(close, "close is null");
        requireNonNull(volume, "volume is null");
    }
}
