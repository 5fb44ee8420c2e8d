package recon.local.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import recon.ledger.statement.StatementRow;

/** Reads the file "all statements" as the exchange gives it. A row that cannot be read stops it: none is passed over. */
final class StatementFile {
    private static final String HEADER = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_ROWS = 1_000_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;

    private StatementFile(Path file) {
        this.file = file;
    }

    /**
     * The rows in the order of the file.
     *
     * @throws IllegalArgumentException if it is no such file, with the line
     */
    static List<StatementRow> read(Path file) {
        return new StatementFile(file).rows();
    }

    private List<StatementRow> rows() {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    file + " is no file: give the CSV that the exchange makes of all statements");
        }
        try (BufferedReader text = Files.newBufferedReader(file)) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            try (CSVParser csv = CSVFormat.RFC4180.parse(text)) {
                return rows(csv);
            }
        } catch (IOException | UncheckedIOException e) {
            boolean encoded = e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
            throw new IllegalArgumentException(
                    file + (encoded ? " is not UTF-8: give the file as it was downloaded" : " cannot be read: " + e),
                    e);
        }
    }

    private List<StatementRow> rows(CSVParser csv) {
        List<StatementRow> rows = new ArrayList<>();
        boolean header = false;
        for (CSVRecord cells : csv) {
            if (!header) {
                String found = String.join(",", cells.toList());
                if (!found.equals(HEADER)) {
                    throw new IllegalArgumentException(file + " begins with '" + found + "' and not with '" + HEADER
                            + "': download all statements");
                }
                header = true;
            } else if (rows.size() == MOST_ROWS) {
                throw new IllegalArgumentException(
                        file + " has more than " + MOST_ROWS + " rows: download shorter stretches of time");
            } else {
                rows.add(row(cells, csv.getCurrentLineNumber()));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " has no rows: there is nothing to compare");
        }
        return List.copyOf(rows);
    }

    private StatementRow row(CSVRecord cells, long line) {
        // The remark is the last column, and some rows end before it.
        if (cells.size() < 6 || cells.size() > 7) {
            throw new IllegalArgumentException(file + " line " + line + " has " + cells.size() + " columns and not 7");
        }
        return new StatementRow(
                line,
                cells.get(0),
                time(cells.get(1), line),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                change(cells.get(5), line),
                cells.size() == 7 ? cells.get(6) : "");
    }

    private Instant time(String text, long line) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    file + " line " + line + ": UTC_Time is '" + text + "' and not like 2026-01-31 23:59:59", e);
        }
    }

    private BigDecimal change(String text, long line) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + " line " + line + ": Change is '" + text + "', which is no number", e);
        }
    }
}
