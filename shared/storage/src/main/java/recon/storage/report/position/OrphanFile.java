package recon.storage.report.position;

import recon.ledger.position.entry.AnnotationKey;
import recon.storage.report.CsvRows;

/** {@code annotation-orphans.csv}: trades that something is written about and that are no entries now. */
public final class OrphanFile {
    /** Its columns. */
    public static final String HEADER = "trading_account_id,symbol,position_side,first_fill_id";

    private final CsvRows rows;

    /** @param to where it is written */
    public OrphanFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** One of them. */
    public void orphan(AnnotationKey key) {
        rows.row()
                .text(key.accountId())
                .text(key.symbol())
                .text(key.side().name())
                .number(key.firstFillId())
                .end();
    }
}
