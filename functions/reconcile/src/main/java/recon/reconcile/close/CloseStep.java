package recon.reconcile.close;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.reconcile.ClosedDay;
import recon.ledger.reconcile.DayClose;
import recon.ledger.reconcile.DayToClose;
import recon.ledger.reconcile.Opening;
import recon.ledger.reconcile.Repayments;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.valuation.DayPrices;
import recon.ledger.witness.Discrepancy;
import recon.reconcile.plan.ReconciliationPlan;
import recon.reconcile.witness.Discrepancies;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.Registry;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** Closes one day of one account from what was collected, and asks the witnesses. Closing it again replaces it. */
public final class CloseStep {
    private static final String DISCREPANCIES = "discrepancies";

    private final LedgerTable ledger;
    private final BalanceTable balances;
    private final Registry registry;
    private final LedgerSettings settings;
    private final InstantSource clock;
    private final Discrepancies discrepancies;

    public CloseStep(
            LedgerTable ledger,
            BalanceTable balances,
            Registry registry,
            LedgerSettings settings,
            InstantSource clock) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.discrepancies = new Discrepancies(ledger, settings);
    }

    /** The whole of one closing task: every wallet that was ever captured or that moved on the day. */
    public StepOutcome close(Task task) {
        LocalDate day = LocalDate.parse(requireNonNull(task.attributes().get(ReconciliationPlan.DAY)));
        String account = task.accountId();
        Findings findings = new Findings(account, day, clock.instant());
        List<Booking> ofTheDay = ledger.bookings(account, day);
        DayPrices prices = registry.prices(day);
        Map<String, Long> totals = new HashMap<>();
        Set<Wallet> captured = Set.copyOf(balances.wallets(account));
        for (Wallet wallet : wallets(captured, ofTheDay)) {
            close(wallet, captured, task, day, ofTheDay, prices, findings)
                    .forEach((name, count) -> totals.merge(name, count, Long::sum));
        }
        List<Discrepancy> found = discrepancies.of(account, day);
        found.forEach(findings::add);
        findings.keep(registry);
        totals.merge(DISCREPANCIES, (long) found.size(), Long::sum);
        return new StepOutcome.Done(task.cursor(), totals);
    }

    private static SequencedCollection<Wallet> wallets(Set<Wallet> captured, List<Booking> ofTheDay) {
        TreeSet<Wallet> wallets = new TreeSet<>(Comparator.comparing(Wallet::name));
        wallets.add(Wallet.SPOT);
        wallets.addAll(captured);
        ofTheDay.stream()
                .flatMap(booking -> booking.legs().stream())
                .map(Leg::wallet)
                .forEach(wallets::add);
        return wallets;
    }

    private Map<String, Long> close(
            Wallet wallet,
            Set<Wallet> captured,
            Task task,
            LocalDate day,
            List<Booking> ofTheDay,
            DayPrices prices,
            Findings findings) {
        String account = task.accountId();
        Optional<BalanceCapture> capture = balances.firstCapture(account, wallet, day);
        Optional<BalanceSnapshot> snapshot = balances.snapshot(account, wallet, day);
        Opening opening = balances.dailyOf(account, wallet, day.minusDays(1))
                .<Opening>map(DayClose::openingAfter)
                .orElseGet(Opening.BooksBegin::new);
        if (opening instanceof Opening.BooksBegin && capture.isEmpty()) {
            // A day before the first capture is none of the books'.
            Optional<Booking> first = captured.contains(wallet) ? Optional.empty() : moving(ofTheDay, wallet);
            first.ifPresent(moved -> registry.put(findings.notCaptured(wallet, moved)));
            return Map.of();
        }
        ClosedDay closed = DayClose.close(new DayToClose(
                        day,
                        account,
                        wallet,
                        opening,
                        Repayments.toldApart(
                                wallet,
                                opening,
                                settings.liquidationRepayment(),
                                until(capture, account, day, ofTheDay)),
                        capture,
                        snapshot,
                        settings.effectDelay(),
                        Gaps.of(wallet, gaps(task))))
                .valued(prices);
        balances.closed(account, wallet, day, closed.balances());
        closed.ambiguous().forEach(findings::ambiguous);
        List<DailyBalance> disputed =
                closed.balances().stream().filter(DailyBalance::disputed).toList();
        snapshot.ifPresent(witness -> disputed.forEach(balance -> findings.disputed(balance, witness)));
        return totals(closed, disputed.size());
    }

    /** A booking stamped in the very millisecond of the answer may be in it: the stretch ends after it. */
    private List<Booking> until(
            Optional<BalanceCapture> capture, String account, LocalDate day, List<Booking> ofTheDay) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Booking> after = capture.map(
                        c -> ledger.bookings(account, end, c.receivedAt().plusMillis(1)))
                .orElse(List.of());
        return Stream.concat(ofTheDay.stream(), after.stream()).toList();
    }

    private static Optional<Booking> moving(List<Booking> bookings, Wallet wallet) {
        return bookings.stream()
                .filter(booking ->
                        booking.legs().stream().anyMatch(leg -> leg.wallet().equals(wallet)))
                .findFirst();
    }

    private static List<String> gaps(Task task) {
        String gaps = task.attributes().getOrDefault(ReconciliationPlan.GAPS, "");
        return gaps.isEmpty() ? List.of() : List.of(gaps.split(","));
    }

    private static Map<String, Long> totals(ClosedDay closed, int disputed) {
        return Map.of(
                "balances",
                (long) closed.balances().size(),
                "variances",
                closed.balances().stream()
                        .filter(balance -> balance.varies() || balance.debtVaries())
                        .count(),
                "ambiguous",
                (long) closed.ambiguous().size(),
                DISCREPANCIES,
                (long) disputed,
                "witnessed",
                closed.balances().stream()
                        .filter(balance -> balance.snapshot().isPresent())
                        .count(),
                "unpriced",
                closed.balances().stream()
                        .filter(balance -> balance.usdPrice().isEmpty())
                        .count());
    }
}
