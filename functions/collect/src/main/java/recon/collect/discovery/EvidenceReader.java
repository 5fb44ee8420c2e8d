package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.source.Cursor;
import recon.binance.spotorders.SpotOrders;
import recon.collect.heal.Listening;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.booking.SpotFill;
import recon.ledger.completeness.Gap;
import recon.ledger.entry.Booking;
import recon.ledger.reconcile.Unexplained;
import recon.ledger.symbol.Symbol;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ActiveSymbols;
import recon.storage.registry.Registry;
import recon.storage.registry.SymbolActivity;
import recon.storage.registry.TradedSymbol;

/**
 * Finds out where an account traded from what is there already; it asks the exchange for nothing. What a run left
 * unexplained or unread, because it failed or because rows appeared late, the runs of the days that follow look for again.
 */
public final class EvidenceReader {
    /** In how many days every symbol is asked for once, where nothing else is configured. */
    public static final int USUAL_ROUND_DAYS = 30;

    /** For so long it is looked for again; then the round finds it. */
    private static final int DAYS_BACK = 7;

    /**
     * A gap as short as the rounding of the times it is computed from, or as one connection's way to the next, is named
     * but not taken for a reason to read every symbol: the round does that in its time.
     */
    private static final Duration BLINK = Duration.ofSeconds(1);

    private final LedgerTable ledger;
    private final BalanceTable balances;
    private final Registry registry;
    private final ActiveSymbols active;
    private final Round round;

    /** @param roundDays in how many days every symbol is asked for once, evidence or not */
    public EvidenceReader(
            LedgerTable ledger, BalanceTable balances, Registry registry, ActiveSymbols active, int roundDays) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.active = requireNonNull(active, "active is null");
        this.round = new Round(roundDays);
    }

    /**
     * Where trades are: the stream told of them, or the spot wallet moved between two captures: those around the day, or
     * around the days since the first of the last days that was not closed without a variance. Whatever else moves the
     * spot wallet symbol by symbol is asked by what the trades leave.
     *
     * @param read what is known of the symbols whose trades were read before
     */
    public Evidence ofTrades(String account, LocalDate day, Collection<TradedSymbol> read) {
        return moved(
                account,
                day,
                List.of(Wallet.SPOT),
                captured -> active(account, day, captured, SymbolActivity::traded, read));
    }

    /** Where trades of the margin wallets are: cross margin moved as above, or the wallet of a pair did. */
    public Evidence ofMarginTrades(String account, LocalDate day) {
        List<Wallet> wallets = Stream.concat(
                        Stream.of(Wallet.MARGIN),
                        balances.wallets(account).stream().filter(Wallet::lends))
                .distinct()
                .toList();
        return moved(account, day, wallets, _ -> Set.of());
    }

    /** @param active where something happened by the time at which the day's capture had come */
    private Evidence moved(String account, LocalDate day, List<Wallet> wallets, Function<Instant, Set<String>> active) {
        List<Captures> captures = wallets.stream()
                .flatMap(wallet -> captures(account, wallet, day).stream())
                .toList();
        if (captures.size() < wallets.size()) {
            return new Evidence.None();
        }
        Instant from =
                captures.stream().map(Captures::from).min(Instant::compareTo).orElseThrow();
        Instant to = captures.stream().map(Captures::to).max(Instant::compareTo).orElseThrow();
        List<Booking> booked = ledger.bookings(account, from, to.plusMillis(1));
        List<Unexplained> left = captures.stream().map(Captures::difference).toList();
        left.forEach(rest -> rest.explain(booked));
        Instant captured = captures.stream()
                .map(each -> each.after().receivedAt())
                .max(Instant::compareTo)
                .orElseThrow();
        return new Evidence.Moved(active.apply(captured), left);
    }

    /** What a wallet held before and after. */
    private record Captures(BalanceCapture before, BalanceCapture after) {
        Instant from() {
            return before.sentAt();
        }

        Instant to() {
            return after.sentAt();
        }

        Unexplained difference() {
            return Unexplained.between(before, after);
        }
    }

    private Optional<Captures> captures(String account, Wallet wallet, LocalDate day) {
        Optional<BalanceCapture> earlier = balances.firstCapture(
                account, wallet, unexplainedSince(account, wallet, day).minusDays(1));
        return earlier.flatMap(
                before -> balances.firstCapture(account, wallet, day).map(after -> new Captures(before, after)));
    }

    private LocalDate unexplainedSince(String account, Wallet wallet, LocalDate day) {
        return day.minusDays(DAYS_BACK)
                .datesUntil(day)
                .filter(before -> !explained(account, wallet, before))
                // Before the first capture there is nothing to explain.
                .filter(before -> balances.firstCapture(account, wallet, before.minusDays(1))
                        .isPresent())
                .findFirst()
                .orElse(day);
    }

    private boolean explained(String account, Wallet wallet, LocalDate day) {
        return balances.dailyOf(account, wallet, day)
                .filter(rows -> rows.stream()
                        .allMatch(row ->
                                row.variance().filter(v -> v.signum() == 0).isPresent()))
                .isPresent();
    }

    /**
     * Where orders are: the stream told of them, they were open when last read, or something was traded since. Where
     * nobody listened for a while on the day, they may be anywhere; after such a while on one of the last days, in what
     * was not read since. Older orders in other symbols moved nothing: their turn comes with the round.
     *
     * @param read what is known of the symbols whose orders were read before
     */
    public Evidence ofOrders(String account, LocalDate day, Listening listening, Collection<TradedSymbol> read) {
        Instant from = midnight(day);
        List<Gap> gaps = listening.gaps(midnight(day.minusDays(DAYS_BACK)), midnight(day.plusDays(1))).stream()
                .filter(gap -> gap.length().compareTo(BLINK) >= 0)
                .toList();
        if (gaps.stream().anyMatch(gap -> gap.to().isAfter(from))) {
            return new Evidence.None();
        }
        Map<String, Instant> checked = checked(read);
        Optional<LocalDate> lastGap =
                gaps.stream().map(Gap::to).max(Instant::compareTo).map(EvidenceReader::day);
        Instant end = midnight(day.plusDays(1));
        Set<String> symbols = new HashSet<>(active(account, day, end, _ -> true, read));
        read.stream()
                .filter(known -> SpotOrders.open(new Cursor(known.cursor()))
                        || lastGap.filter(gap -> !readAfter(gap, known.symbol(), checked))
                                .isPresent())
                .forEach(known -> symbols.add(known.symbol()));
        registry.traded(account, SpotFill.SOURCE).stream()
                .filter(known -> known.lastTradeTime()
                        .filter(traded -> !traded.isBefore(midnight(day.minusDays(DAYS_BACK))) && traded.isBefore(end))
                        .filter(traded -> checked.getOrDefault(known.symbol(), Instant.MIN)
                                .isBefore(traded.plus(SymbolActivity.SETTLING)))
                        .isPresent())
                .forEach(known -> symbols.add(known.symbol()));
        return new Evidence.Named(symbols);
    }

    /**
     * Whose turn it is, whatever the evidence says.
     *
     * @param symbols every symbol that the source covers
     * @param read what is known of those that were read before
     */
    public Evidence ofTheRound(
            String account, LocalDate day, Collection<Symbol> symbols, Collection<TradedSymbol> read) {
        return round.on(day, account, symbols, read);
    }

    /**
     * Symbols in which something happened on the day, or on one of the last days, without being read since.
     *
     * @param until what came later is left to the next day's run
     */
    private Set<String> active(
            String account,
            LocalDate day,
            Instant until,
            Predicate<SymbolActivity> wanted,
            Collection<TradedSymbol> read) {
        Map<String, Instant> checked = checked(read);
        // The capture that ends the day comes minutes after it.
        return day.minusDays(DAYS_BACK)
                .datesUntil(day.plusDays(2))
                .flatMap(each -> active.on(account, each).stream())
                .filter(wanted)
                .filter(activity -> activity.mayHaveHappenedBy(until))
                .filter(activity ->
                        checked.getOrDefault(activity.symbol(), Instant.MIN).isBefore(activity.settled()))
                .map(SymbolActivity::symbol)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Instant> checked(Collection<TradedSymbol> read) {
        return read.stream().collect(Collectors.toMap(TradedSymbol::symbol, TradedSymbol::lastChecked));
    }

    /** What a run read before the day was over is not what the day's own run has to read. */
    private static boolean readAfter(LocalDate day, String symbol, Map<String, Instant> checked) {
        return !checked.getOrDefault(symbol, Instant.MIN).isBefore(midnight(day.plusDays(1)));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
