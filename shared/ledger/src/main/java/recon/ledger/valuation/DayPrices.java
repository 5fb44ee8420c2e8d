package recon.ledger.valuation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of the prices of one UTC day. A dollar is a USDT. An asset is valued by its symbol in USDT; where that
 * has no candle of the day by way of BTC, BNB, ETH, FDUSD or USDC, in this order. Exact: two closes are multiplied,
 * nothing is divided or rounded.
 */
public final class DayPrices {
    /** What counts as a dollar. */
    public static final String DOLLAR = "USDT";
    /** Assets by way of which another is valued, in the order in which they are tried. */
    static final List<String> BY_WAY_OF = List.of("BTC", "BNB", "ETH", "FDUSD", "USDC");

    /** Nothing is known. */
    public static final DayPrices NONE = new DayPrices(List.of());

    private final List<ClosePrice> prices;
    private final List<ClosePrice> closes;
    private final Set<String> asked;

    private DayPrices(Collection<ClosePrice> prices) {
        this.prices = List.copyOf(prices);
        this.closes = prices.stream()
                .filter(price -> price.close().isPresent())
                .sorted(Comparator.comparing(ClosePrice::symbol))
                .toList();
        this.asked = prices.stream().map(ClosePrice::symbol).collect(Collectors.toUnmodifiableSet());
    }

    /** The prices of one day, in any order. */
    public static DayPrices of(Collection<ClosePrice> prices) {
        if (prices.stream().map(ClosePrice::date).distinct().count() > 1) {
            throw new IllegalArgumentException("prices of more than one day");
        }
        return new DayPrices(prices);
    }

    /** These prices and more of the same day. */
    public DayPrices and(Collection<ClosePrice> more) {
        return of(Stream.concat(prices.stream(), more.stream()).toList());
    }

    /** US dollars for one unit of the asset at the end of the day; empty where no way of valuing it is known. */
    public Optional<BigDecimal> usd(String asset) {
        if (asset.equals(DOLLAR)) {
            return Optional.of(BigDecimal.ONE);
        }
        return Stream.concat(
                        close(asset, DOLLAR).stream(), BY_WAY_OF.stream().flatMap(way -> byWayOf(asset, way).stream()))
                .findFirst();
    }

    /** Whether the exchange has been asked for this symbol, whatever it knew. */
    boolean asked(String symbol) {
        return asked.contains(symbol);
    }

    Optional<BigDecimal> close(String base, String quote) {
        return closes.stream()
                .filter(price ->
                        price.baseAsset().equals(base) && price.quoteAsset().equals(quote))
                .findFirst()
                .flatMap(ClosePrice::close);
    }

    private Optional<BigDecimal> byWayOf(String asset, String way) {
        return close(asset, way).flatMap(first -> close(way, DOLLAR).map(first::multiply));
    }
}
