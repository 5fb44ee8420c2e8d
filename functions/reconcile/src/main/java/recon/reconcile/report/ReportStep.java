package recon.reconcile.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import recon.ledger.Account;
import recon.reconcile.plan.ReconciliationPlan;
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
    private final BalanceTable balances;
    private final Reports reports;

    public ReportStep(LedgerTable ledger, BalanceTable balances, Reports reports) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
        this.reports = requireNonNull(reports, "reports is null");
    }

    /** The whole of one report task. */
    public StepOutcome report(Task task, Run run) {
        LocalDate day = LocalDate.parse(requireNonNull(task.attributes().get(ReconciliationPlan.DAY)));
        DayReport report = new DayReport(requireNonNull(task.attributes().get(ReconciliationPlan.STATE)));
        for (String uid : ReconciliationPlan.accounts(run.attributes())) {
            String email = requireNonNull(run.attributes().get(ReconciliationPlan.ACCOUNT + uid));
            report.add(new Account(uid, email), balances.daily(uid, day), ledger.bookings(uid, day));
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        report.files().forEach((name, file) -> {
            reports.put(day, name, CSV, file.bytes());
            rows.put(name, file.rows());
        });
        return new StepOutcome.Done(task.cursor(), rows);
    }
}
