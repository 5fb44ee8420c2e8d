package recon.storage.report.position;

import java.time.Instant;
import java.util.Locale;
import recon.ledger.position.PositionFinding;
import recon.storage.report.CsvRows;

/** {@code position-findings.csv}: what is wrong with the rows, each with its evidence. */
public final class FindingFile {
    /** Its columns. */
    public static final String HEADER = "finding,datetime,trading_account_id,symbol,reference,evidence";

    private final CsvRows rows;

    /** @param to where it is written */
    public FindingFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** One that a fold came to. */
    public void finding(PositionFinding finding) {
        rows.row()
                .text(finding.kind().name().toLowerCase(Locale.ROOT))
                .dateTime(Instant.ofEpochMilli(finding.time()))
                .text(finding.accountId())
                .text(finding.symbol())
                .text(finding.reference())
                .text(finding.evidence())
                .end();
    }

    /** One about what could not be read. */
    public void unread(String finding, String reference, String evidence) {
        rows.row()
                .text(finding)
                .empty()
                .empty()
                .empty()
                .text(reference)
                .text(evidence)
                .end();
    }

    /** How many rows it has. */
    public long rows() {
        return rows.rows();
    }
}
