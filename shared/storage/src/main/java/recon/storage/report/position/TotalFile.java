package recon.storage.report.position;

import java.util.Locale;
import java.util.Optional;
import recon.ledger.position.total.Disagreement;
import recon.ledger.position.total.TotalCheck;
import recon.storage.report.CsvRows;
import recon.storage.report.CsvRows.Row;

/** {@code position-totals.csv}: the same sums as two witnesses tell them, and where they do not agree. */
public final class TotalFile {
    /** Its columns. */
    public static final String HEADER =
            "trading_account_id,metric,symbol,asset,fills,income,difference,verdict,from,to";

    private final CsvRows rows;

    /** @param to where it is written */
    public TotalFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** A sum over the whole history. */
    public void total(String accountId, TotalCheck check) {
        end(row(accountId, check), Optional.empty());
    }

    /** Days on which two witnesses do not agree. */
    public void disagreement(String accountId, Disagreement found) {
        end(row(accountId, found.check()), Optional.of(found));
    }

    private Row row(String accountId, TotalCheck check) {
        return rows.row()
                .text(accountId)
                .text(check.metric().name().toLowerCase(Locale.ROOT))
                .text(check.symbol())
                .text(check.asset())
                .amount(check.fills())
                .amount(check.income())
                .amount(check.difference())
                .text(check.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static void end(Row row, Optional<Disagreement> days) {
        days.ifPresentOrElse(
                one -> row.date(one.from()).date(one.to()), () -> row.empty().empty());
        row.end();
    }
}
