package recon.storage.report.position;

import java.util.List;
import recon.ledger.position.total.QualityMetrics;
import recon.storage.report.CsvRows;

/** {@code position-quality.csv}: how good the data of closed positions is. */
public final class QualityFile {
    /** Its columns. */
    public static final String HEADER =
            "trading_account_id,closed,incomplete,suspicious,fundings_expected,fundings_found,suspicious_ids,"
                    + "uncovered_ids";

    private final CsvRows rows;

    /** @param to where it is written */
    public QualityFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** What was counted of an account. */
    public void metrics(String accountId, QualityMetrics metrics) {
        rows.row()
                .text(accountId)
                .number(metrics.closed())
                .number(metrics.incomplete())
                .number(metrics.suspicious())
                .number(metrics.fundingsExpected())
                .number(metrics.fundingsFound())
                .text(ids(metrics.suspiciousIds()))
                .text(ids(metrics.uncoveredIds()))
                .end();
    }

    private static String ids(List<String> ids) {
        return String.join("; ", ids);
    }
}
