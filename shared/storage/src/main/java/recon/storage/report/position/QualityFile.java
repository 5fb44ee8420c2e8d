package recon.storage.report.position;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.position.total.QualityMetrics;
import recon.storage.report.CsvRows;

/** {@code position-quality.csv}: how good the data of closed positions is, how old, and how far back it goes. */
public final class QualityFile {
    /** Its columns. */
    public static final String HEADER =
            "trading_account_id,closed,incomplete,suspicious,fundings_expected,fundings_found,suspicious_ids,"
                    + "uncovered_ids,synced_at,complete_since";

    private final CsvRows rows;

    /** @param to where it is written */
    public QualityFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /**
     * What was counted of an account.
     *
     * @param syncedAt when the collection was told of that is known here, UTC
     * @param completeSince from when on the history is complete, UTC; empty if nobody knows
     */
    public void metrics(String accountId, QualityMetrics metrics, Instant syncedAt, Optional<Instant> completeSince) {
        CsvRows.Row row = rows.row()
                .text(accountId)
                .number(metrics.closed())
                .number(metrics.incomplete())
                .number(metrics.suspicious())
                .number(metrics.fundingsExpected())
                .number(metrics.fundingsFound())
                .text(ids(metrics.suspiciousIds()))
                .text(ids(metrics.uncoveredIds()))
                .dateTime(syncedAt);
        completeSince.ifPresentOrElse(row::dateTime, row::empty);
        row.end();
    }

    private static String ids(List<String> ids) {
        return String.join("; ", ids);
    }
}
