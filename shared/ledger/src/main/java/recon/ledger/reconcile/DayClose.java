package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Column;
import recon.ledger.entry.Measure;

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
        Function<Held, BigDecimal> calculated = held -> opening.of(held).add(movements.net(held));
        Midnight midnight = Midnight.expecting(day, calculated);
        Causes causes = new Causes(day, midnight.ambiguous());

        Set<String> assets = new TreeSet<>(opening.balances().keySet());
        assets.addAll(opening.loans().keySet());
        assets.addAll(opening.interest().keySet());
        assets.addAll(movements.assets());
        assets.addAll(midnight.assets());
        List<DailyBalance> balances = assets.stream()
                .map(asset -> balance(day, asset, opening, movements, midnight, causes))
                .filter(balance -> matters(balance, movements))
                .toList();
        return new ClosedDay(balances, midnight.ambiguous());
    }

    private static DailyBalance balance(
            DayToClose day,
            String asset,
            Opening.Known opening,
            Movements movements,
            Midnight midnight,
            Causes causes) {
        BigDecimal start = opening.of(Held.balance(asset));
        BigDecimal calculated = start.add(movements.net(Held.balance(asset)));
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
                opening.carried(),
                causes.of(asset, variance),
                debt(new Held(asset, Measure.LOAN), opening, movements, midnight, causes),
                debt(new Held(asset, Measure.INTEREST), opening, movements, midnight, causes),
                unrealised(day, asset),
                Optional.empty());
    }

    private static Debt debt(Held held, Opening.Known opening, Movements movements, Midnight midnight, Causes causes) {
        BigDecimal start = opening.of(held);
        BigDecimal calculated = start.add(movements.net(held));
        Optional<BigDecimal> actual = midnight.owed(held.asset(), held.measure());
        Optional<BigDecimal> variance = actual.map(owed -> owed.subtract(calculated));
        return Debt.of(start, calculated, actual, causes.ofDebt(held.asset(), variance));
    }

    private static Optional<BigDecimal> unrealised(DayToClose day, String asset) {
        return day.capture().stream()
                .flatMap(capture -> capture.balances().stream())
                .filter(balance -> balance.asset().equals(asset))
                .map(AssetBalance::unrealisedPnl)
                .filter(profit -> profit.signum() != 0)
                .reduce(BigDecimal::add);
    }

    /** An asset that was neither held nor moved on the day says nothing. */
    private static boolean matters(DailyBalance balance, Movements movements) {
        return balance.start().signum() != 0
                || balance.calculated().signum() != 0
                || held(balance.actual())
                || held(balance.snapshot())
                || owing(balance)
                || movements.assets().contains(balance.asset());
    }

    private static boolean owing(DailyBalance balance) {
        return !balance.loan().none()
                || !balance.interest().none()
                || balance.unrealisedPnl().isPresent();
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
                        .filter(balance -> balance.start().signum() != 0 || held(balance.snapshot()) || owing(balance))
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
                begun(midnight.owed(asset, Measure.LOAN).orElse(none)),
                begun(midnight.owed(asset, Measure.INTEREST).orElse(none)),
                unrealised(day, asset),
                Optional.empty());
    }

    private static Debt begun(BigDecimal owed) {
        return Debt.of(owed, owed, Optional.of(owed), Causes.BOOKS_BEGIN);
    }

    /**
     * The balances that the next day starts from: the actual ones, else the calculated ones, marked as carried. A day
     * that was closed without a row leaves a wallet that is known to hold nothing.
     */
    public static Opening openingAfter(List<DailyBalance> closed) {
        boolean carried = closed.stream().anyMatch(balance -> balance.actual().isEmpty());
        Map<String, BigDecimal> balances = closed.stream()
                .collect(Collectors.toMap(
                        DailyBalance::asset, balance -> balance.actual().orElse(balance.calculated())));
        return new Opening.Known(
                balances, owed(closed, DailyBalance::loan), owed(closed, DailyBalance::interest), carried);
    }

    private static Map<String, BigDecimal> owed(List<DailyBalance> closed, Function<DailyBalance, Debt> debt) {
        return closed.stream()
                .filter(balance -> !debt.apply(balance).none())
                .collect(Collectors.toMap(
                        DailyBalance::asset, balance -> debt.apply(balance).carried()));
    }
}
