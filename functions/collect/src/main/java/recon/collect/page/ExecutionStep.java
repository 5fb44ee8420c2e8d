package recon.collect.page;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import recon.binance.source.Cursor;
import recon.binance.spotorders.SpotOrders;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.collect.heal.Traded;
import recon.collect.heal.Unheard;
import recon.ledger.booking.SpotFill;
import recon.ledger.entry.Booking;
import recon.ledger.order.HealedFill;
import recon.ledger.setting.Settlement;
import recon.ledger.symbol.Symbol;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.Registry;
import recon.storage.work.Run;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * Compares what the stream told of a day, and of the days before that are closed with it, with the trades that are booked:
 * one symbol a step, and at last what is of no symbol. It asks the exchange for nothing.
 */
final class ExecutionStep {
    /** Total of a task: stretches of the day in which nobody listened. */
    static final String GAPS = "gaps";
    /** Total of a task: how long these were, in milliseconds. */
    static final String GAP_MILLIS = "gapMillis";
    /** Total of a task: trades that were filled in. */
    static final String HEALED = "healed";
    /** Total of a task: trades that could not be filled in, for their orders are not known. */
    static final String UNPLACED = "unplaced";
    /** Total of a task: reports that are lost still, of any day. */
    static final String LOST = "lost";
    /** Total of a task: trades that the exchange does not list. */
    static final String UNKNOWN = "unknown";
    /** Total of a task: trades that the exchange lists with other amounts. */
    static final String DIFFERING = "differing";

    private static final String SYMBOL = "symbol";

    private final LedgerTable ledger;
    private final Registry registry;
    private final Healing healing;
    private final Settlement settlement;
    private final Map<String, Trades> read = new HashMap<>();

    ExecutionStep(LedgerTable ledger, Registry registry, Healing healing, Settlement settlement) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.healing = requireNonNull(healing, "healing is null");
        this.settlement = requireNonNull(settlement, "settlement is null");
    }

    /** What is booked of these days, and every symbol in which anything may have happened on them. */
    private record Trades(Map<String, List<HealedFill>> bySymbol, NavigableSet<String> symbols) {}

    /** @param symbols every symbol ever listed, by name */
    StepOutcome next(Task task, Run run, Listening listening, Supplier<Map<String, Symbol>> symbols) {
        List<LocalDate> days = settlement.closedWith(run.day());
        Trades trades =
                read.computeIfAbsent(task.runId() + task.taskId(), id -> trades(task.accountId(), days, symbols));
        Cursor cursor = new Cursor(task.cursor());
        Optional<String> next =
                cursor.get(SYMBOL).map(done -> trades.symbols().tailSet(done, false)).orElse(trades.symbols()).stream()
                        .findFirst();
        return next.<StepOutcome>map(symbol -> new StepOutcome.Proceed(
                        cursor.with(SYMBOL, symbol).values(),
                        compared(healing.trades(
                                listening, symbol, days, trades.bySymbol().getOrDefault(symbol, List.of())))))
                .orElseGet(() -> new StepOutcome.Done(cursor.values(), atLast(listening, days, trades)));
    }

    private Map<String, Long> atLast(Listening listening, List<LocalDate> days, Trades trades) {
        days.subList(0, days.size() - 1).forEach(day -> healing.gaps(listening, day));
        Unheard unheard = healing.gaps(listening, days.getLast());
        int lost = healing.settle(
                listening,
                trades.bySymbol().values().stream().flatMap(List::stream).toList());
        return Map.of(GAPS, (long) unheard.gaps(), GAP_MILLIS, unheard.length().toMillis(), LOST, (long) lost);
    }

    private static Map<String, Long> compared(Traded traded) {
        return Map.of(
                HEALED,
                (long) traded.healed(),
                UNPLACED,
                (long) traded.unplaced(),
                UNKNOWN,
                (long) traded.unknown(),
                DIFFERING,
                (long) traded.differing());
    }

    private Trades trades(String account, List<LocalDate> days, Supplier<Map<String, Symbol>> symbols) {
        Map<String, List<HealedFill>> bySymbol = days.stream()
                .flatMap(day -> ledger.bookings(account, day).stream())
                .filter(booking -> booking.source().equals(SpotFill.SOURCE))
                .map(booking -> fill(booking, symbols.get()))
                .collect(groupingBy(fill -> fill.order().symbol()));
        TreeSet<String> all = new TreeSet<>(bySymbol.keySet());
        // Where an order changed, a trade may have been told that is not booked.
        registry.traded(account, SpotOrders.NAME).stream()
                .filter(known -> SpotOrders.updatedAt(new Cursor(known.cursor()))
                        .filter(at -> !LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(days.getFirst()))
                        .isPresent())
                .forEach(known -> all.add(known.symbol()));
        return new Trades(bySymbol, all);
    }

    private static HealedFill fill(Booking booking, Map<String, Symbol> symbols) {
        String name = SpotFill.key(booking.externalId()).symbol();
        return HealedFill.of(booking, requireNonNull(symbols.get(name), () -> name + " is booked and not listed"));
    }
}
