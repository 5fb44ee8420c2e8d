package recon.reconcile.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.ledger.Account;
import recon.ledger.entry.Booking;
import recon.ledger.match.InternalLeg;
import recon.ledger.match.TransferMatching;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.witness.Discrepancy;
import recon.reconcile.plan.ReconciliationPlan;
import recon.reconcile.witness.Discrepancies;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.report.Reports;
import recon.storage.work.Run;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** Writes the files of one day once all its accounts are closed. Writing them again replaces them. */
public final class ReportStep {
    private static final String CSV = "text/csv; charset=utf-8";

    private final LedgerTable ledger;
    private final Discrepancies discrepancies;
    private final BalanceTable balances;
    private final Reports reports;

    public ReportStep(LedgerTable ledger, BalanceTable balances, Reports reports, LedgerSettings settings) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.discrepancies = new Discrepancies(ledger, settings);
        this.balances = requireNonNull(balances, "balances is null");
        this.reports = requireNonNull(reports, "reports is null");
    }

    /** The whole of one report task. */
    public StepOutcome report(Task task, Run run) {
        LocalDate day = LocalDate.parse(requireNonNull(task.attributes().get(ReconciliationPlan.DAY)));
        List<Account> accounts = ReconciliationPlan.accounts(run.attributes()).stream()
                .map(uid -> new Account(uid, requireNonNull(run.attributes().get(ReconciliationPlan.ACCOUNT + uid))))
                .toList();
        DayReport report =
                new DayReport(day, requireNonNull(task.attributes().get(ReconciliationPlan.STATE)), accounts);
        List<Booking> transfers = new ArrayList<>();
        List<Discrepancy> seen = new ArrayList<>();
        for (Account account : accounts) {
            List<Booking> around = around(account.id(), day);
            List<Booking> ofTheDay =
                    around.stream().filter(booking -> booking.day().equals(day)).toList();
            report.add(account, balances.daily(account.id(), day), ofTheDay);
            around.stream()
                    .filter(booking -> InternalLeg.of(booking).findAny().isPresent())
                    .forEach(transfers::add);
            seen.addAll(discrepancies.of(account.id(), day));
        }
        report.add(TransferMatching.match(transfers, accounts), seen);
        Map<String, Long> rows = new LinkedHashMap<>();
        report.files().forEach((name, file) -> {
            reports.put(day, name, CSV, file.bytes());
            rows.put(name, file.rows());
        });
        return new StepOutcome.Done(task.cursor(), rows);
    }

    /** The bookings of a day, and of the time beside it that a transfer near midnight may have its other leg in. */
    private List<Booking> around(String account, LocalDate day) {
        return ledger.bookings(
                account,
                day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(TransferMatching.AROUND),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(TransferMatching.AROUND));
    }
}
