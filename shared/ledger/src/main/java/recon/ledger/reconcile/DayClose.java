package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Column;

/** Closes a day: what should the wallet hold, what does it hold, and if they differ, why. */
public final class DayClose {
    private DayClose() {}

    /** The closed day; the same input gives the same answer, whatever the order of the bookings. */
    public static ClosedDay close(DayToClose day) {
        return switch (day.opening()) {
            case Opening.Known known -> reconciled(day, known);
            case Opening.BooksBegin() -> opened(day);
        };
    }

    private static ClosedDay reconciled(DayToClose day, Opening.Known opening) {
        List<Booking> ofTheDay = day.bookings().stream()
                .filter(booking -> booking.day().equals(day.date()))
                .toList();
        Movements movements = Movements.of(day.wallet(), ofTheDay);
        Function<String, BigDecimal> start = asset -> opening.balances().getOrDefault(asset, BigDecimal.ZERO);
        Function<String, BigDecimal> calculated = asset -> start.apply(asset).add(movements.net(asset));
        Midnight midnight = Midnight.expecting(day, calculated);
        Causes causes = new Causes(day, midnight.ambiguous());

        Set<String> assets = new TreeSet<>(opening.balances().keySet());
        assets.addAll(movements.assets());
        assets.addAll(midnight.assets());
        List<DailyBalance> balances = assets.stream()
                .map(asset -> balance(day, asset, start.apply(asset), movements, midnight, opening.carried(), causes))
                .filter(balance -> matters(balance, movements))
                .toList();
        return new ClosedDay(balances, midnight.ambiguous());
    }

    private static DailyBalance balance(
            DayToClose day,
            String asset,
            BigDecimal start,
            Movements movements,
            Midnight midnight,
            boolean carried,
            Causes causes) {
        BigDecimal calculated = start.add(movements.net(asset));
        Optional<BigDecimal> actual = midnight.actual(asset);
        Optional<BigDecimal> variance = actual.map(a -> a.subtract(calculated));
        return new DailyBalance(
                day.date(),
                day.accountId(),
                day.wallet(),
                asset,
                start,
                movements.in(asset, Column.TRANSFERS_IN),
                movements.in(asset, Column.TRANSFERS_OUT),
                movements.in(asset, Column.TRADES_IN),
                movements.in(asset, Column.TRADES_OUT),
                movements.in(asset, Column.FEES),
                calculated,
                actual,
                midnight.source(),
                midnight.witnessed(asset),
                variance,
                carried,
                causes.of(asset, variance),
                Optional.empty());
    }

    /** An asset that was neither held nor moved on the day says nothing. */
    private static boolean matters(DailyBalance balance, Movements movements) {
        return balance.start().signum() != 0
                || balance.calculated().signum() != 0
                || held(balance.actual())
                || held(balance.snapshot())
                || movements.assets().contains(balance.asset());
    }

    private static boolean held(Optional<BigDecimal> amount) {
        return amount.filter(known -> known.signum() != 0).isPresent();
    }

    /**
     * The first day: there is nothing to compare with, our capture is where the books begin. The exchange's snapshot
     * alone does not begin them: it is a witness.
     */
    private static ClosedDay opened(DayToClose day) {
        if (day.capture().isEmpty()) {
            return new ClosedDay(List.of(), List.of());
        }
        Midnight midnight = Midnight.opening(day);
        List<DailyBalance> balances = new TreeSet<>(midnight.assets())
                .stream()
                        .map(asset -> opening(day, asset, midnight))
                        .filter(balance -> balance.start().signum() != 0 || held(balance.snapshot()))
                        .toList();
        return new ClosedDay(balances, midnight.ambiguous());
    }

    private static DailyBalance opening(DayToClose day, String asset, Midnight midnight) {
        BigDecimal none = BigDecimal.ZERO;
        BigDecimal actual = midnight.actual(asset).orElse(none);
        return new DailyBalance(
                day.date(),
                day.accountId(),
                day.wallet(),
                asset,
                actual,
                none,
                none,
                none,
                none,
                none,
                actual,
                Optional.of(actual),
                midnight.source(),
                midnight.witnessed(asset),
                Optional.of(none),
                false,
                Causes.BOOKS_BEGIN,
                Optional.empty());
    }

    /** The balances that the next day starts from: the actual ones, else the calculated ones, marked as carried. */
    public static Opening openingAfter(List<DailyBalance> closed) {
        if (closed.isEmpty()) {
            return new Opening.BooksBegin();
        }
        boolean carried = closed.stream().anyMatch(balance -> balance.actual().isEmpty());
        Map<String, BigDecimal> balances = closed.stream()
                .collect(Collectors.toMap(
                        DailyBalance::asset, balance -> balance.actual().orElse(balance.calculated())));
        return new Opening.Known(balances, carried);
    }
}
