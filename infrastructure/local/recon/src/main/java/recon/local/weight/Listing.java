package recon.local.weight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The symbols of a world, and which of them had a price on a day. */
final class Listing {
    private static final String DOLLAR = "USDT";
    /** What an asset without a symbol of its own in dollars is valued by way of, in this order. */
    private static final List<String> BY_WAY_OF = List.of("BTC", "BNB", "ETH", "FDUSD", "USDC");

    private final Twin twin;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Boolean> priced = new HashMap<>();

    /**
     * A symbol.
     *
     * @param name as the exchange names it
     */
    record Pair(String name, String base, String quote) {
        boolean has(Collection<String> assets) {
            return assets.contains(base) || assets.contains(quote);
        }
    }

    /** What the twin lists now. */
    Listing(Twin twin) {
        this.twin = requireNonNull(twin, "twin is null");
        for (JsonNode symbol : twin.ask("/api/v3/exchangeInfo", Map.of()).get("symbols")) {
            pairs.add(new Pair(
                    symbol.get("symbol").asText(),
                    symbol.get("baseAsset").asText(),
                    symbol.get("quoteAsset").asText()));
        }
    }

    /** All of which the account held a side. */
    List<Pair> candidates(Collection<String> assets) {
        return pairs.stream().filter(pair -> pair.has(assets)).toList();
    }

    /** The symbols whose closing price of the day is needed to value these assets in dollars, where there is a way. */
    Set<String> candles(Collection<String> assets, LocalDate day) {
        Set<String> needed = new TreeSet<>();
        for (String asset : assets) {
            Stream.concat(Stream.of(way(asset, DOLLAR)), BY_WAY_OF.stream().map(over -> way(asset, over)))
                    .filter(way -> !way.isEmpty() && way.stream().allMatch(symbol -> priced(symbol, day)))
                    .findFirst()
                    .ifPresent(needed::addAll);
        }
        return needed;
    }

    private List<String> way(String asset, String over) {
        List<String> first = named(asset, over);
        if (over.equals(DOLLAR) || first.isEmpty()) {
            return first;
        }
        List<String> second = named(over, DOLLAR);
        return second.isEmpty() ? List.of() : List.of(first.getFirst(), second.getFirst());
    }

    private List<String> named(String base, String quote) {
        return pairs.stream()
                .filter(pair -> pair.base().equals(base) && pair.quote().equals(quote))
                .map(Pair::name)
                .toList();
    }

    private boolean priced(String symbol, LocalDate day) {
        return priced.computeIfAbsent(symbol + "/" + day, _ -> {
            Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            return !twin.ask(
                            "/api/v3/klines",
                            Map.of(
                                    "symbol",
                                    symbol,
                                    "interval",
                                    "1d",
                                    "startTime",
                                    Long.toString(begin.toEpochMilli()),
                                    "endTime",
                                    Long.toString(begin.plus(Duration.ofDays(1)).toEpochMilli() - 1)))
                    .isEmpty();
        });
    }
}
