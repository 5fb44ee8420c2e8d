package recon.storage.report.position;

import recon.ledger.position.entry.Verdict;
import recon.storage.report.CsvRows;
import recon.storage.report.CsvRows.Row;

/** {@code positions-rejected.csv}: closed lifecycles that are no trade entries, and why. */
public final class RejectedFile {
    /** Its columns. */
    public static final String HEADER =
            String.join(",", EntryColumns.FACTS, EntryColumns.ADDED, "trading_account_id,errors,warnings");

    private final CsvRows rows;

    /** @param to where it is written */
    public RejectedFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** One of them. */
    public void trade(Verdict verdict, String accountId) {
        Row row =
                EntryColumns.facts(rows.row(), verdict.facts(), verdict.facts().leverage());
        EntryColumns.added(row, verdict.facts(), verdict.facts().leverage())
                .text(accountId)
                .text(EntryFile.texts(verdict.errors()))
                .text(EntryFile.texts(verdict.warnings()))
                .end();
    }

    /** How many rows it has. */
    public long rows() {
        return rows.rows();
    }
}
