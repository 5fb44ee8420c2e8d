package recon.reconcile.close;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.reconcile.ClosedDay;
import recon.ledger.reconcile.DayClose;
import recon.ledger.reconcile.DayToClose;
import recon.ledger.reconcile.Opening;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.witness.Discrepancy;
import recon.ledger.witness.TransferWitness;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** Closes one day of one account from what was collected, and asks the witnesses. Closing it again replaces it. */
public final class CloseStep {
    private static final Duration AROUND = Duration.ofMinutes(1);
    /** The longest time after midnight within which a capture closes the day before. */
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final LedgerTable ledger;
    private final BalanceTable balances;
    private final Registry registry;
    private final LedgerSettings settings;
    private final InstantSource clock;

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
    }

    /** The whole of one closing task. */
    public StepOutcome close(Task task) {
        LocalDate day = LocalDate.parse(requireNonNull(task.attributes().get(ReconciliationPlan.DAY)));
        String account = task.accountId();
        Optional<BalanceCapture> capture = balances.firstCapture(account, Wallet.SPOT, day);
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<BalanceSnapshot> snapshot = balances.snapshot(account, Wallet.SPOT, day);
        // A booking stamped in the very millisecond of the answer may be in it: the stretch ends after it.
        Instant end = capture.map(c -> c.receivedAt().plusMillis(1)).orElse(start.plus(ONE_DAY));
        Opening opening = balances.dailyOf(account, Wallet.SPOT, day.minusDays(1))
                .<Opening>map(DayClose::openingAfter)
                .orElseGet(Opening.BooksBegin::new);
        ClosedDay closed = DayClose.close(new DayToClose(
                        day,
                        account,
                        Wallet.SPOT,
                        opening,
                        ledger.bookings(account, start, end),
                        capture,
                        snapshot,
                        settings.effectDelay(),
                        gaps(task)))
                .valued(registry.prices(day));
        if (opening instanceof Opening.Known || capture.isPresent()) {
            balances.closed(account, Wallet.SPOT, day, closed.balances());
        }
        List<Discrepancy> discrepancies = discrepancies(account, day, start);
        discrepancies.forEach(discrepancy -> registry.put(error(discrepancy)));
        closed.ambiguous().forEach(booking -> registry.put(error(day, booking)));
        List<DailyBalance> disputed =
                closed.balances().stream().filter(DailyBalance::disputed).toList();
        snapshot.ifPresent(witness -> disputed.forEach(balance -> registry.put(error(balance, witness))));
        return new StepOutcome.Done(task.cursor(), totals(closed, discrepancies.size() + disputed.size()));
    }

    /** Only a sub-account has a view of its own of the transfers that the master books; without one nothing speaks. */
    private List<Discrepancy> discrepancies(String account, LocalDate day, Instant start) {
        List<WitnessRow> witnesses = Stream.of(day.minusDays(1), day, day.plusDays(1))
                .flatMap(date -> ledger.witnesses(account, date).stream())
                .filter(row -> within(row.time(), start))
                .toList();
        List<Booking> booked = ledger.bookings(
                account, start.minus(AROUND), start.plus(ONE_DAY).plus(AROUND));
        return witnesses.isEmpty() ? List.of() : TransferWitness.compare(day, booked, witnesses, settings);
    }

    private static boolean within(Instant time, Instant start) {
        return !time.isBefore(start.minus(AROUND))
                && time.isBefore(start.plus(ONE_DAY).plus(AROUND));
    }

    private static List<String> gaps(Task task) {
        String gaps = task.attributes().getOrDefault(ReconciliationPlan.GAPS, "");
        return gaps.isEmpty() ? List.of() : List.of(gaps.split(","));
    }

    private static Map<String, Long> totals(ClosedDay closed, int discrepancies) {
        return Map.of(
                "balances",
                (long) closed.balances().size(),
                "variances",
                closed.balances().stream().filter(DailyBalance::varies).count(),
                "ambiguous",
                (long) closed.ambiguous().size(),
                "discrepancies",
                (long) discrepancies,
                "witnessed",
                closed.balances().stream()
                        .filter(balance -> balance.snapshot().isPresent())
                        .count(),
                "unpriced",
                closed.balances().stream()
                        .filter(balance -> balance.usdPrice().isEmpty())
                        .count());
    }

    private ReconciliationError error(Discrepancy discrepancy) {
        return new ReconciliationError(
                discrepancy.kind() + "/" + discrepancy.source() + "/" + discrepancy.externalId(),
                clock.instant(),
                discrepancy.accountId(),
                discrepancy.kind().name(),
                discrepancy.asset(),
                "a transfer at " + discrepancy.time() + " that only " + discrepancy.source() + " shows",
                "",
                true,
                Optional.empty(),
                "");
    }

    private ReconciliationError error(LocalDate day, Booking booking) {
        return new ReconciliationError(
                "BOUNDARY_AMBIGUOUS/" + day + "/" + booking.source() + "/" + booking.externalId(),
                clock.instant(),
                booking.accountId(),
                "BOUNDARY_AMBIGUOUS",
                "",
                "nobody can say whether the capture that closes " + day + " contains this movement",
                booking.raw().key(),
                true,
                Optional.empty(),
                "");
    }

    private ReconciliationError error(DailyBalance balance, BalanceSnapshot witness) {
        return new ReconciliationError(
                "SNAPSHOT_DIFFERS/" + balance.date() + "/" + balance.wallet() + "/" + balance.asset(),
                clock.instant(),
                balance.accountId(),
                "SNAPSHOT_DIFFERS",
                balance.asset(),
                "at the end of " + balance.date() + " the exchange's own snapshot says otherwise than our capture: see "
                        + "variances.csv of that day",
                witness.raw().key(),
                true,
                Optional.empty(),
                "");
    }
}
