package recon.ledger.position.row;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one asset was worth in another in each minute: for fees that are paid in a third asset. */
@FunctionalInterface
public interface MinutePrices {
    /** Nothing is known. */
    MinutePrices NONE = (asset, in, time) -> Optional.empty();

    /**
     * The price of a minute.
     *
     * @param asset one unit of which is priced
     * @param in what it is priced in
     * @param time any time of the minute, epoch milliseconds, UTC
     */
    Optional<BigDecimal> price(String asset, String in, long time);

    /** These prices, in any order. */
    static MinutePrices of(Collection<MinutePrice> prices) {
        Map<Minute, BigDecimal> known = new HashMap<>();
        prices.forEach(price -> known.put(Minute.of(price.asset(), price.in(), price.time()), price.price()));
        return (asset, in, time) -> Optional.ofNullable(known.get(Minute.of(asset, in, time)));
    }

    /**
     * The key of a price.
     *
     * @param asset one unit of which is priced
     * @param in what it is priced in
     * @param number minutes since 1970
     */
    record Minute(String asset, String in, long number) {
        private static final long MILLISECONDS = 60_000;

        static Minute of(String asset, String in, long time) {
            return new Minute(asset, in, Math.floorDiv(time, MILLISECONDS));
        }
    }
}
