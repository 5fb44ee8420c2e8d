package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What one asset was worth in another (source: one-minute klines).
 *
 * @param asset one unit of which is priced
 * @param in what it is priced in
 * @param time any time of the minute, epoch milliseconds, UTC
 * @param price above zero
 */
public record MinutePrice(String asset, String in, long time, BigDecimal price) {
    public MinutePrice {
        requireNonNull(asset, "asset is null");
        requireNonNull(in, "in is null");
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("a price that is not above zero: " + asset + " at " + time);
        }
    }
}
