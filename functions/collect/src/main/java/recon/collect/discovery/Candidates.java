package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.entry.Booking;
import recon.ledger.reconcile.Unexplained;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.TradedSymbol;

/**
 * The symbols that an account may have traded: every symbol of which it has ever held a side, and every one it is known
 * to have traded, delisted ones included. Trades found on the way bring new assets and so new candidates. Which of them
 * are asked for, and when the walk ends, depends on the evidence that there is.
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
    private final Evidence evidence;

    /**
     * @param symbols every symbol ever listed
     * @param known the symbols that this account has been checked for before
     * @param run the present run
     * @param assets every asset ever seen in this account
     * @param evidence what says where there is something to read
     */
    public Candidates(
            List<Symbol> symbols, List<TradedSymbol> known, String run, Set<String> assets, Evidence evidence) {
        this.symbols = symbols.stream().sorted(ORDER).toList();
        this.known = known.stream().collect(Collectors.toUnmodifiableMap(TradedSymbol::symbol, Function.identity()));
        this.checked = known.stream()
                .filter(symbol -> symbol.checkedInRun().equals(run))
                .map(TradedSymbol::symbol)
                .collect(Collectors.toCollection(HashSet::new));
        this.assets = new HashSet<>(assets);
        this.evidence = requireNonNull(evidence, "evidence is null");
    }

    /**
     * The next symbol to ask for. Where the evidence leaves the order open, those come first in which stablecoins are
     * traded, then the majors, then the rest.
     */
    public Optional<Symbol> next() {
        return switch (evidence) {
            case Evidence.None none -> possible().findFirst();
            case Evidence.Named(Set<String> named) -> open(named).findFirst();
            case Evidence.Moved(Set<String> active, Unexplained left) ->
                open(active).findFirst().or(() -> likeliest(left.assets()));
        };
    }

    private Stream<Symbol> open(Set<String> names) {
        return symbols.stream().filter(symbol -> names.contains(symbol.name()) && !checked.contains(symbol.name()));
    }

    private Stream<Symbol> possible() {
        return symbols.stream()
                .filter(symbol -> !checked.contains(symbol.name()))
                .filter(symbol -> known.containsKey(symbol.name())
                        || assets.contains(symbol.baseAsset())
                        || assets.contains(symbol.quoteAsset()));
    }

    /** A trade moves both sides of its symbol, and what was traded lately is traded again; fees may hide one side. */
    private Optional<Symbol> likeliest(Set<String> left) {
        return left.isEmpty()
                ? Optional.empty()
                : possible()
                        .min(Comparator.comparingInt((Symbol symbol) -> -sides(symbol, left))
                                .thenComparing(symbol -> lastTrade(symbol), Comparator.reverseOrder())
                                .thenComparing(ORDER));
    }

    private static int sides(Symbol symbol, Set<String> left) {
        return (left.contains(symbol.baseAsset()) ? 1 : 0) + (left.contains(symbol.quoteAsset()) ? 1 : 0);
    }

    private Instant lastTrade(Symbol symbol) {
        return known(symbol.name()).flatMap(TradedSymbol::lastTradeTime).orElse(Instant.EPOCH);
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

    /** Something has been booked: it may explain what is left. */
    public void booked(Collection<Booking> bookings) {
        if (evidence instanceof Evidence.Moved(Set<String> active, Unexplained left)) {
            left.explain(bookings);
        }
    }

    private static int rank(Symbol symbol) {
        if (STABLE.contains(symbol.baseAsset()) || STABLE.contains(symbol.quoteAsset())) {
            return 0;
        }
        return MAJOR.contains(symbol.baseAsset()) || MAJOR.contains(symbol.quoteAsset()) ? 1 : 2;
    }
}
