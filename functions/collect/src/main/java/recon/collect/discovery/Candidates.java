package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
 * are asked for, and when the walk ends, depends on the evidence that there is. Several sources may move the same wallet:
 * then all of them are asked by the same evidence, and what one of them explains the others need not.
 */
public final class Candidates {
    private static final List<String> STABLE = List.of("USDT", "USDC", "FDUSD", "TUSD", "DAI", "BUSD");
    private static final List<String> MAJOR = List.of("BTC", "ETH", "BNB");
    private static final Comparator<Symbol> ORDER =
            Comparator.comparingInt(Candidates::rank).thenComparing(Symbol::name);

    private final List<Question> questions;
    private final String own;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Key, TradedSymbol> known;
    private final Set<Key> checked;
    private final Set<String> assets;
    private final Evidence evidence;

    private record Key(String source, String symbol) {
        static Key of(TradedSymbol read) {
            return new Key(read.source(), read.symbol());
        }

        static Key of(Question question) {
            return new Key(question.source(), question.symbol().name());
        }
    }

    /**
     * A source that is walked.
     *
     * @param source its name
     * @param symbols every symbol that it may have something of
     * @param read the symbols that this account has been checked for before
     */
    public record Walked(String source, List<Symbol> symbols, List<TradedSymbol> read) {
        public Walked {
            requireNonNull(source, "source is null");
            symbols = List.copyOf(symbols);
            read = List.copyOf(read);
        }
    }

    /**
     * @param walked the sources: first the one that is told where it has rows, then those that are asked for what it
     *     does not explain, the likeliest first
     * @param run the present run
     * @param assets every asset ever seen in this account
     * @param evidence what says where there is something to read
     */
    public Candidates(List<Walked> walked, String run, Set<String> assets, Evidence evidence) {
        this.own = walked.getFirst().source();
        walked.forEach(source -> places.put(source.source(), places.size()));
        this.questions = walked.stream()
                .flatMap(source -> source.symbols().stream().map(symbol -> new Question(source.source(), symbol)))
                .sorted(Comparator.<Question>comparingInt(this::place).thenComparing(Question::symbol, ORDER))
                .toList();
        this.known = walked.stream()
                .flatMap(source -> source.read().stream())
                .collect(Collectors.toUnmodifiableMap(Key::of, Function.identity()));
        this.checked = known.values().stream()
                .filter(symbol -> symbol.checkedInRun().equals(run))
                .map(Key::of)
                .collect(Collectors.toCollection(HashSet::new));
        this.assets = new HashSet<>(assets);
        this.evidence = requireNonNull(evidence, "evidence is null");
    }

    /**
     * What to ask next. Where the evidence leaves the order open, those symbols come first in which stablecoins are
     * traded, then the majors, then the rest.
     */
    public Optional<Question> next() {
        return switch (evidence) {
            case Evidence.None none -> possible().findFirst();
            case Evidence.Named(Set<String> named) -> open(named).findFirst();
            case Evidence.Moved(Set<String> active, List<Unexplained> left) ->
                open(active).findFirst().or(() -> likeliest(left));
        };
    }

    private Stream<Question> open() {
        return questions.stream().filter(question -> !checked.contains(Key.of(question)));
    }

    private Stream<Question> open(Set<String> names) {
        return open().filter(question -> question.source().equals(own))
                .filter(question -> names.contains(question.symbol().name()));
    }

    private Stream<Question> possible() {
        return open().filter(question -> known.containsKey(Key.of(question))
                || assets.contains(question.symbol().baseAsset())
                || assets.contains(question.symbol().quoteAsset()));
    }

    /**
     * A trade moves both sides of its symbol, and what was traded lately is traded again; fees may hide one side. Before
     * one source is asked for what can explain only one side, all of them are for what can explain both.
     */
    private Optional<Question> likeliest(List<Unexplained> left) {
        return possible()
                .filter(question -> left.stream().anyMatch(rest -> concerns(rest, question.symbol())))
                .min(Comparator.comparingInt((Question question) -> -sides(question.symbol(), left))
                        .thenComparingInt(this::place)
                        .thenComparing(this::lastTrade, Comparator.reverseOrder())
                        .thenComparing(Question::symbol, ORDER));
    }

    /** What moved the wallet of one isolated pair was traded in that pair. */
    private static boolean concerns(Unexplained left, Symbol symbol) {
        return !left.assets().isEmpty()
                && left.wallet().pair().map(symbol.name()::equals).orElse(true);
    }

    private static int sides(Symbol symbol, List<Unexplained> left) {
        return left.stream()
                .filter(rest -> concerns(rest, symbol))
                .mapToInt(rest -> sides(symbol, rest.assets()))
                .max()
                .orElse(0);
    }

    private static int sides(Symbol symbol, Set<String> left) {
        return (left.contains(symbol.baseAsset()) ? 1 : 0) + (left.contains(symbol.quoteAsset()) ? 1 : 0);
    }

    private int place(Question question) {
        return places.getOrDefault(question.source(), places.size());
    }

    private Instant lastTrade(Question question) {
        return known(question.source(), question.symbol().name())
                .flatMap(TradedSymbol::lastTradeTime)
                .orElse(Instant.EPOCH);
    }

    /** What was known of a symbol when this run began with it. */
    public Optional<TradedSymbol> known(String source, String symbol) {
        return Optional.ofNullable(known.get(new Key(source, symbol)));
    }

    /** A source's rows of the symbol have been read to their end in this run. */
    public void done(String source, String symbol) {
        checked.add(new Key(source, symbol));
    }

    /** An asset has been seen in the account. */
    public void seen(String asset) {
        assets.add(requireNonNull(asset, "asset is null"));
    }

    /** Something has been booked: it may explain what is left. */
    public void booked(Collection<Booking> bookings) {
        if (evidence instanceof Evidence.Moved(Set<String> active, List<Unexplained> left)) {
            left.forEach(rest -> rest.explain(bookings));
        }
    }

    private static int rank(Symbol symbol) {
        if (STABLE.contains(symbol.baseAsset()) || STABLE.contains(symbol.quoteAsset())) {
            return 0;
        }
        return MAJOR.contains(symbol.baseAsset()) || MAJOR.contains(symbol.quoteAsset()) ? 1 : 2;
    }
}
