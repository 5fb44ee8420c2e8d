package recon.ledger.valuation;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.ledger.symbol.Symbol;

/**
 * Finds out for which symbols the exchange has to be asked so that assets can be valued: as few as possible, one after
 * the other, because only the answer tells whether a way is closed.
 */
public final class PriceSearch {
    private static final Comparator<Symbol> OPEN_FIRST = Comparator.<Symbol, Boolean>comparing(
                    symbol -> !symbol.status().equals("TRADING"))
            .thenComparing(Symbol::name);

    private final Map<Sides, List<Symbol>> symbols = new HashMap<>();

    /** @param listed every symbol ever listed */
    public PriceSearch(Collection<Symbol> listed) {
        listed.stream()
                .sorted(OPEN_FIRST)
                .forEach(symbol -> symbols.merge(
                        new Sides(symbol.baseAsset(), symbol.quoteAsset()), List.of(symbol), PriceSearch::both));
    }

    /**
     * The next symbol to ask for; empty when nothing more can be found out. Asking for it makes it known, so that as
     * many questions as there are symbols are enough.
     *
     * @param assets what has to be valued
     * @param known what was asked for already
     */
    public Optional<Symbol> next(Collection<String> assets, DayPrices known) {
        requireNonNull(known, "known is null");
        return new TreeSet<>(assets)
                .stream()
                        .filter(asset -> known.usd(asset).isEmpty())
                        .flatMap(asset -> next(asset, known).stream())
                        .findFirst();
    }

    /** The first way that is not known to be closed. Its symbols are asked for one by one. */
    private Optional<Symbol> next(String asset, DayPrices known) {
        return Stream.concat(
                        unasked(asset, DayPrices.DOLLAR, known),
                        DayPrices.BY_WAY_OF.stream()
                                .filter(way -> !way.equals(asset))
                                .flatMap(way -> known.close(asset, way).isPresent()
                                        ? unasked(way, DayPrices.DOLLAR, known)
                                        : unasked(asset, way, known)))
                .findFirst();
    }

    private Stream<Symbol> unasked(String base, String quote, DayPrices known) {
        return symbols.getOrDefault(new Sides(base, quote), List.of()).stream()
                .filter(symbol -> !known.asked(symbol.name()));
    }

    private static List<Symbol> both(List<Symbol> some, List<Symbol> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private record Sides(String base, String quote) {}
}
