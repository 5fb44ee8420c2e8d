package recon.reconcile.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import recon.storage.report.CsvRows;

/** A CSV file in the making, kept in memory until it is stored. */
final class CsvFile {
    private final StringWriter text = new StringWriter();
    private final CsvRows rows;

    CsvFile(String header) {
        rows = new CsvRows(header, text);
    }

    /** A new row, to be filled cell by cell and then ended. */
    CsvRows.Row row() {
        return rows.row();
    }

    /** The rows without the header. */
    long rows() {
        return rows.rows();
    }

    /** The whole file. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
