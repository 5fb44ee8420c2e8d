package recon.reconcile.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
 * A CSV file in the making: RFC 4180, UTF-8; amounts plain, without exponent and trailing zeros; times UTC; and no text
 * that a spreadsheet would read as a formula.
 */
final class CsvFile {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CSVPrinter printer;
    private long rows;

    CsvFile(String header) {
        printer = printing(() -> new CSVPrinter(text, CSVFormat.RFC4180));
        print(List.of(header.split(",")));
    }

    /** A new row, to be filled cell by cell and then ended. */
    Row row() {
        return new Row();
    }

    /** The rows without the header. */
    long rows() {
        return rows;
    }

    /** The whole file. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
            throw new UncheckedIOException("a text in memory refused to be written", e);
        }
    }

    private interface Printing {
        CSVPrinter print() throws IOException;
    }

    /** A row in the making. */
    final class Row {
        private final List<String> cells = new ArrayList<>();

        Row text(String value) {
            boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
            cells.add(formula ? "'" + value : value);
            return this;
        }

        Row date(LocalDate value) {
            cells.add(value.toString());
            return this;
        }

        Row dateTime(Instant value) {
            cells.add(DATE_TIME.format(value));
            return this;
        }

        Row amount(BigDecimal value) {
            cells.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
            return this;
        }

        /** An unknown amount is an empty cell, never a zero. */
        Row amount(Optional<BigDecimal> value) {
            value.ifPresentOrElse(this::amount, () -> cells.add(""));
            return this;
        }

        void end() {
            print(cells);
            rows++;
        }
    }
}
