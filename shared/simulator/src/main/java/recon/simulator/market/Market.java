package recon.simulator.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.simulator.SimulatorSettings;
import recon.simulator.draw.Draw;

/**
 * The symbols of one world: those open for trading, two that are closed from {@code firstDay} on, one that closes a day
 * later, and one whose name is not ASCII.
 */
public final class Market {
    /** Well-known assets, the best known first. */
    static final List<String> KNOWN = List.of(
            "USDT", "BTC", "ETH", "BNB", "XRP", "ADA", "DOGE", "LTC", "LINK", "TRX", "XLM", "BCH", "ATOM", "ETC", "VET",
            "EOS", "XTZ", "NEO", "ZEC", "DASH", "MATIC", "ALGO", "QTUM", "HBAR");

    private static final List<String> QUOTES = List.of("USDT", "BTC", "ETH", "BNB", "BUSD", "USDC");
    private static final List<String> CORE = List.of("USDT", "BTC", "ETH", "BNB");
    private static final long DAY_MS = 86_400_000;
    private static final int GONE = 2;
    private static final int PASSING = 2;

    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final NavigableSet<String> assets = new TreeSet<>();
    private final List<Symbol> gone;
    private final Symbol foreign;
    private final Optional<Symbol> closing;
    private final List<String> passing;
    private final Settlement settlement;

    private Market(List<Symbol> open, List<Symbol> gone, long firstDayMs, Draw draw, Settlement settlement) {
        this.gone = gone;
        this.settlement = settlement;
        this.foreign = new Symbol(
                "币安人生USDT", "币安人生", "USDT", new BigDecimal("0.0001"), new BigDecimal("0.1"), false, Symbol.NEVER);
        this.closing = closing(open, gone, draw).map(symbol -> symbol.closing(firstDayMs + DAY_MS));
        open.forEach(symbol -> symbols.put(symbol.name(), symbol));
        symbols.put(foreign.name(), foreign);
        gone.forEach(symbol -> symbols.put(symbol.name(), symbol));
        closing.ifPresent(symbol -> symbols.put(symbol.name(), symbol));
        symbols.values().forEach(symbol -> assets.addAll(List.of(symbol.base(), symbol.quote())));
        this.passing = passing(draw);
    }

    /** The market that the settings describe. */
    public static Market of(SimulatorSettings settings) {
        List<SymbolList.Line> lines =
                settings.symbolList().map(SymbolList::read).orElseGet(BuiltInList::lines);
        long firstDayMs = settings.firstDay().toEpochDay() * DAY_MS;
        List<Symbol> open = lines.stream()
                .filter(SymbolList.Line::trading)
                .map(SymbolList.Line::symbol)
                .filter(symbol -> QUOTES.contains(symbol.quote()))
                .sorted(Comparator.comparingInt(Market::rank))
                .limit(settings.symbols())
                .toList();
        NavigableSet<String> held = new TreeSet<>(KNOWN);
        List<Symbol> gone = lines.stream()
                .filter(line -> !line.trading() && held.contains(line.symbol().base()))
                .map(line -> line.symbol().closing(firstDayMs))
                .limit(GONE)
                .toList();
        return new Market(
                open,
                gone,
                firstDayMs,
                Draw.of(settings.seed(), "market"),
                Settlement.drawn(settings.seed(), firstDayMs));
    }

    /** All symbols that were ever traded, in the order of the exchange's list. */
    public List<Symbol> symbols() {
        return List.copyOf(symbols.values());
    }

    /** The symbol of a name. */
    public Optional<Symbol> symbol(String name) {
        return Optional.ofNullable(symbols.get(name));
    }

    /** All assets that any symbol names. */
    public NavigableSet<String> assets() {
        return assets;
    }

    /** Symbols that were closed before the first day of interest. */
    public List<Symbol> gone() {
        return gone;
    }

    /** The symbol whose name is not ASCII. */
    public Symbol foreign() {
        return foreign;
    }

    /** The symbol that closes a day after the first; none where the list is too short to spare one. */
    public Optional<Symbol> closing() {
        return closing;
    }

    /** The contract that is taken from the list, and when. */
    public Settlement settlement() {
        return settlement;
    }

    /** Assets that nobody keeps: bought only to be sold at once on another symbol. */
    public List<String> passing() {
        return passing;
    }

    /** Symbols in which accounts trade from day to day. */
    public List<Symbol> everyday() {
        return symbols.values().stream()
                .filter(symbol -> !passing.contains(symbol.base()) && !gone.contains(symbol))
                .toList();
    }

    /** Symbols that sell the asset for another of the core assets, the dollar apart. */
    public List<Symbol> onwards(String asset) {
        return Stream.of("BTC", "ETH", "BNB")
                .flatMap(quote -> pair(asset, quote).stream())
                .toList();
    }

    /** The symbol of two assets. */
    public Optional<Symbol> pair(String base, String quote) {
        return symbol(base + quote)
                .filter(symbol -> symbol.base().equals(base) && symbol.quote().equals(quote));
    }

    private List<String> passing(Draw draw) {
        List<String> able = new ArrayList<>(assets.stream()
                .filter(asset -> !CORE.contains(asset))
                .filter(asset -> !asset.equals(foreign.base()))
                .filter(asset -> Stream.concat(gone.stream(), closing.stream())
                        .noneMatch(symbol ->
                                symbol.base().equals(asset) || symbol.quote().equals(asset)))
                .filter(asset ->
                        pair(asset, "USDT").isPresent() && !onwards(asset).isEmpty())
                .toList());
        List<String> drawn = new ArrayList<>();
        while (!able.isEmpty() && drawn.size() < PASSING) {
            drawn.add(able.remove(draw.below(able.size())));
        }
        return List.copyOf(drawn);
    }

    private static Optional<Symbol> closing(List<Symbol> open, List<Symbol> gone, Draw draw) {
        List<Symbol> able = open.stream()
                .filter(symbol -> !CORE.contains(symbol.base()))
                .filter(symbol -> List.of("USDT", "BTC").contains(symbol.quote()))
                .filter(symbol -> gone.stream().noneMatch(other -> other.base().equals(symbol.base())))
                .toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(draw.pick(able));
    }

    /** The best-known assets against the dollar and bitcoin come first, then the rest. */
    private static int rank(Symbol symbol) {
        int base = KNOWN.indexOf(symbol.base());
        int quote = QUOTES.indexOf(symbol.quote());
        int unknown = base < 0 ? 10_000 : 0;
        int secondRow = quote > 1 ? 1_000 : 0;
        return unknown + secondRow + base * 10 + quote;
    }
}
