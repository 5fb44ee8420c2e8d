package recon.ledger.position.row;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fundings that were collected. The stamps of a rate and of what is paid by it differ by some milliseconds. */
public final class FundingRates {
    /** None is known. */
    public static final FundingRates NONE = new FundingRates(List.of());

    /** The exchange funds once an hour at most. */
    private static final long NEAR = 60_000;

    private final Map<String, NavigableMap<Long, FundingRate>> bySymbol = new HashMap<>();

    private FundingRates(Collection<FundingRate> rates) {
        rates.forEach(rate ->
                bySymbol.computeIfAbsent(rate.symbol(), _ -> new TreeMap<>()).put(rate.time(), rate));
    }

    /** These, in any order; the last of two with one contract and time counts. */
    public static FundingRates of(Collection<FundingRate> rates) {
        return new FundingRates(rates);
    }

    /** The funding within a minute of that time, the nearest. */
    public Optional<FundingRate> near(String symbol, long time) {
        NavigableMap<Long, FundingRate> rates = bySymbol.getOrDefault(symbol, new TreeMap<>());
        return Stream.of(rates.floorEntry(time), rates.ceilingEntry(time))
                .filter(entry -> entry != null && Math.abs(entry.getKey() - time) <= NEAR)
                .map(Map.Entry::getValue)
                .min((one, other) -> Long.compare(Math.abs(one.time() - time), Math.abs(other.time() - time)));
    }

    /** How many fundings with a rate other than zero fell after the one time and not after the other. */
    public int between(String symbol, long after, long until) {
        return (int) bySymbol.getOrDefault(symbol, new TreeMap<>()).subMap(after, false, until, true).values().stream()
                .filter(rate -> rate.rate().signum() != 0)
                .count();
    }
}
