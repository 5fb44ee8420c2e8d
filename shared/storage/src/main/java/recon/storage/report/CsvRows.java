package recon.storage.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows of a CSV file: RFC 4180, UTF-8; amounts plain, without exponent and trailing zeros; times UTC; and no text
 * that a spreadsheet would read as a formula.
 */
public final class CsvRows {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CSVPrinter printer;
    private long rows;

    /**
     * Rows that are written at once.
     *
     * @param header the columns, with commas between them
     * @param to where they are written; nothing is kept here
     */
    public CsvRows(String header, Appendable to) {
        printer = printing(() -> new CSVPrinter(to, CSVFormat.RFC4180));
        print(List.of(header.split(",")));
    }

    /** A new row, to be filled cell by cell and then ended. */
    public Row row() {
        return new Row();
    }

    /** The rows without the header. */
    public long rows() {
        return rows;
    }

    private void print(List<String> cells) {
        printing(() -> {
            printer.printRecord(cells);
            return printer;
        });
    }

    private static CSVPrinter printing(Printing printing) {
        try {
            return printing.print();
        } catch (IOException e) {
            throw new UncheckedIOException("a CSV file cannot be written", e);
        }
    }

    private interface Printing {
        CSVPrinter print() throws IOException;
    }

    /** A row in the making. */
    public final class Row {
        private final List<String> cells = new ArrayList<>();

        private Row() {}

        /** A text; one that a spreadsheet would read as a formula gets an apostrophe before it. */
        public Row text(String value) {
            boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
            cells.add(formula ? "'" + value : value);
            return this;
        }

        /** {@code yyyy-MM-dd}. */
        public Row date(LocalDate value) {
            cells.add(value.toString());
            return this;
        }

        /** {@code yyyy-MM-dd HH:mm:ss}, UTC. */
        public Row dateTime(Instant value) {
            cells.add(DATE_TIME.format(value));
            return this;
        }

        /** Plain, without exponent and trailing zeros. */
        public Row amount(BigDecimal value) {
            cells.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
            return this;
        }

        /** An unknown amount is an empty cell, never a zero. */
        public Row amount(Optional<BigDecimal> value) {
            value.ifPresentOrElse(this::amount, () -> cells.add(""));
            return this;
        }

        /** A whole number. */
        public Row number(long value) {
            cells.add(Long.toString(value));
            return this;
        }

        /** Nothing is known, or nothing was said. */
        public Row empty() {
            cells.add("");
            return this;
        }

        /** Writes it. */
        public void end() {
            print(cells);
            rows++;
        }
    }
}
