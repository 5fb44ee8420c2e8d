package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import recon.binance.source.Cursor;
import recon.binance.spotorders.SpotOrders;
import recon.collect.heal.Listening;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.booking.SpotFill;
import recon.ledger.reconcile.Unexplained;
import recon.ledger.symbol.Symbol;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ActiveSymbols;
import recon.storage.registry.Registry;
import recon.storage.registry.SymbolActivity;
import recon.storage.registry.TradedSymbol;

/** Finds out where an account traded from what is there already; it asks the exchange for nothing. */
public final class EvidenceReader {
    /** In how many days every symbol is asked for once, where nothing else is configured. */
    public static final int USUAL_ROUND_DAYS = 30;

    /**
     * A gap as short as the rounding of the times it is computed from, or as one connection's way to the next, is named
     * but not taken for a reason to read every symbol: the round does that in its time.
     */
    private static final Duration BLINK = Duration.ofSeconds(1);

    private final LedgerTable ledger;
    private final BalanceTable balances;
    private final Registry registry;
    private final ActiveSymbols active;
    private final int roundDays;

    /** @param roundDays in how many days every symbol is asked for once, evidence or not */
    public EvidenceReader(
            LedgerTable ledger, BalanceTable balances, Registry registry, ActiveSymbols active, int roundDays) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.active = requireNonNull(active, "active is null");
        if (roundDays < 1) {
            throw new IllegalArgumentException("every symbol is asked for in " + roundDays + " days: give 1 or more");
        }
        this.roundDays = roundDays;
    }

    /** Where trades are: the stream told of them, or the spot wallet moved between the captures of two days. */
    public Evidence ofTrades(String account, LocalDate day) {
        Optional<BalanceCapture> earlier = balances.firstCapture(account, Wallet.SPOT, day.minusDays(1));
        Optional<BalanceCapture> later = balances.firstCapture(account, Wallet.SPOT, day);
        return earlier.flatMap(before -> later.<Evidence>map(after -> {
                    Unexplained left = Unexplained.between(before, after);
                    left.explain(ledger.bookings(
                            account, before.sentAt(), after.sentAt().plusMillis(1)));
                    return new Evidence.Moved(active(account, day, SymbolActivity::traded), left);
                }))
                .orElseGet(Evidence.None::new);
    }

    /**
     * Where orders are: the stream told of them, they were open when last read, or something was traded. Where nobody
     * listened for a while, they may be anywhere.
     */
    public Evidence ofOrders(String account, LocalDate day, Listening listening) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<TradedSymbol> read = registry.traded(account, SpotOrders.NAME);
        boolean heard =
                listening.gaps(from, to).stream().allMatch(gap -> gap.length().compareTo(BLINK) < 0);
        if (read.isEmpty() || !heard) {
            return new Evidence.None();
        }
        Set<String> symbols = new HashSet<>(active(account, day, _ -> true));
        read.stream()
                .filter(known -> SpotOrders.open(new Cursor(known.cursor())))
                .forEach(known -> symbols.add(known.symbol()));
        registry.traded(account, SpotFill.SOURCE).stream()
                .filter(known ->
                        known.lastTradeTime().filter(at -> !at.isBefore(from)).isPresent())
                .forEach(known -> symbols.add(known.symbol()));
        return new Evidence.Named(symbols);
    }

    /**
     * Whose turn it is, whatever the evidence says: every symbol ever listed has its own day in a round. One that was
     * read before and has missed its day comes as soon as there is a run.
     */
    public Evidence ofTheRound(String account, String source, LocalDate day, List<Symbol> symbols) {
        Map<String, TradedSymbol> known = registry.traded(account, source).stream()
                .collect(Collectors.toMap(TradedSymbol::symbol, Function.identity()));
        return new Evidence.Named(symbols.stream()
                .map(Symbol::name)
                .filter(name -> Optional.ofNullable(known.get(name))
                        .map(one -> LocalDate.ofInstant(one.lastChecked(), ZoneOffset.UTC))
                        .filter(checked -> checked.isAfter(lastTurn(account, name, day)))
                        .isEmpty())
                .filter(name ->
                        known.containsKey(name) || lastTurn(account, name, day).equals(day))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The last day until this one on which the symbol had its turn. */
    private LocalDate lastTurn(String account, String symbol, LocalDate day) {
        long since = Math.floorMod(day.toEpochDay() + (account + symbol).hashCode(), roundDays);
        return day.minusDays(since);
    }

    private Set<String> active(String account, LocalDate day, Predicate<SymbolActivity> wanted) {
        // The capture that ends the day comes minutes after it.
        return Set.of(day, day.plusDays(1)).stream()
                .flatMap(each -> active.on(account, each).stream())
                .filter(wanted)
                .map(SymbolActivity::symbol)
                .collect(Collectors.toUnmodifiableSet());
    }
}
