package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.TradedSymbol;

/**
 * The symbols that an account may have traded: every symbol of which it has ever held a side, and every one it is known
 * to have traded, delisted ones included. Trades found on the way bring new assets and so new candidates; the walk ends
 * when no unchecked candidate is left.
 */
public final class Candidates {
    private static final List<String> STABLE = List.of("USDT", "USDC", "FDUSD", "TUSD", "DAI", "BUSD");
    private static final List<String> MAJOR = List.of("BTC", "ETH", "BNB");
    private static final Comparator<Symbol> ORDER =
            Comparator.comparingInt(Candidates::rank).thenComparing(Symbol::name);

    private final List<Symbol> symbols;
    private final Map<String, TradedSymbol> known;
    private final Set<String> checked;
    private final Set<String> assets;

    /**
     * @param symbols every symbol ever listed
     * @param known the symbols that this account has been checked for before
     * @param run the present run
     * @param assets every asset ever seen in this account
     */
    public Candidates(List<Symbol> symbols, List<TradedSymbol> known, String run, Set<String> assets) {
        this.symbols = symbols.stream().sorted(ORDER).toList();
        this.known = known.stream().collect(Collectors.toUnmodifiableMap(TradedSymbol::symbol, Function.identity()));
        this.checked = known.stream()
                .filter(symbol -> symbol.checkedInRun().equals(run))
                .map(TradedSymbol::symbol)
                .collect(Collectors.toCollection(HashSet::new));
        this.assets = new HashSet<>(assets);
    }

    /** The next symbol to ask for: stablecoins first, then the majors, then the rest. */
    public Optional<Symbol> next() {
        return symbols.stream()
                .filter(symbol -> !checked.contains(symbol.name()))
                .filter(symbol -> known.containsKey(symbol.name())
                        || assets.contains(symbol.baseAsset())
                        || assets.contains(symbol.quoteAsset()))
                .findFirst();
    }

    /** What was known of a symbol when this run began with it. */
    public Optional<TradedSymbol> known(String symbol) {
        return Optional.ofNullable(known.get(symbol));
    }

    /** The symbol has been read to its end in this run. */
    public void done(String symbol) {
        checked.add(requireNonNull(symbol, "symbol is null"));
    }

    /** An asset has been seen in the account. */
    public void seen(String asset) {
        assets.add(requireNonNull(asset, "asset is null"));
    }

    private static int rank(Symbol symbol) {
        if (STABLE.contains(symbol.baseAsset()) || STABLE.contains(symbol.quoteAsset())) {
            return 0;
        }
        return MAJOR.contains(symbol.baseAsset()) || MAJOR.contains(symbol.quoteAsset()) ? 1 : 2;
    }
}
