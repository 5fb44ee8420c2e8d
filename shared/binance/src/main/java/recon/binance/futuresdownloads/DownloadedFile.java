package recon.binance.futuresdownloads;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import recon.binance.source.MalformedReply;

/**
 * A file of the history. Neither its packing nor its columns nor the form of its times are documented: the first bytes say
 * whether it is ZIP, GZIP or plain CSV, columns are found by their names, and a header that is not known is refused.
 */
public final class DownloadedFile {
    /** The name under which files are archived; they are read again by who needs their rows. */
    public static final String SOURCE = "futures-downloads";

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
            .toFormatter();
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    /** Some write it first of all, to say that a text is UTF-8. */
    private static final int MARK = '\ufeff';

    private static final Set<String> TIMES = Set.of("time", "updateTime");

    /** Takes the rows of a file, one by one. */
    @FunctionalInterface
    public interface Rows {
        /**
         * The next one.
         *
         * @param number its zero-based position below the header
         * @param fields under the names that the endpoint gives them, times in epoch milliseconds
         */
        void row(int number, Map<String, String> fields);
    }

    private DownloadedFile() {}

    /**
     * Reads a file row by row.
     *
     * @param body the bytes as they came
     * @param rows gets each row
     * @return how many rows there are
     * @throws MalformedReply if it is packed in no known way, or has columns that nobody knows, or too few
     */
    public static int read(DownloadKind kind, byte[] body, Rows rows) {
        try (InputStream bytes = new ByteArrayInputStream(body)) {
            if (begins(body, 'P', 'K')) {
                return archive(kind, new ZipInputStream(bytes), rows);
            }
            return table(kind, begins(body, 0x1f, 0x8b) ? new GZIPInputStream(bytes) : bytes, 0, rows);
        } catch (IOException | UncheckedIOException e) {
            throw malformed(
                    "it cannot be unpacked, or is no CSV: " + e.getClass().getSimpleName());
        }
    }

    /** A long history may be in several files: each has a header of its own. */
    private static int archive(DownloadKind kind, ZipInputStream zip, Rows rows) throws IOException {
        int files = 0;
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                count = table(kind, zip, count, rows);
                files++;
            }
        }
        if (files == 0) {
            throw malformed("the archive is empty");
        }
        return count;
    }

    /** Reads the text that the bytes come to, which are left open; the position of its last row and one more. */
    @SuppressWarnings("resource") // the bytes belong to who calls
    private static int table(DownloadKind kind, InputStream bytes, int first, Rows rows) throws IOException {
        Iterator<CSVRecord> records = FORMAT.parse(text(bytes)).iterator();
        if (!records.hasNext()) {
            throw malformed("it has no header");
        }
        List<String> columns = columns(kind, records.next());
        int count = first;
        while (records.hasNext()) {
            rows.row(count, row(columns, records.next(), count));
            count++;
        }
        return count;
    }

    private static Reader text(InputStream bytes) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    private static boolean begins(byte[] body, int first, int second) {
        return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
    }

    private static List<String> columns(DownloadKind kind, CSVRecord header) {
        Columns known = Columns.of(kind);
        List<String> columns = header.stream().map(known::field).toList();
        columns.stream().filter(column -> !known.knows(column)).findFirst().ifPresent(column -> {
            throw malformed("it has a column that nobody knows: " + column);
        });
        if (!known.complete(columns)) {
            throw malformed("its header is not that of " + kind.word() + ": " + String.join(",", header));
        }
        return columns;
    }

    private static Map<String, String> row(List<String> columns, CSVRecord cells, int number) {
        if (cells.size() != columns.size()) {
            throw malformed("row " + number + " has " + cells.size() + " cells and the header " + columns.size());
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = columns.get(i);
            row.put(column, TIMES.contains(column) ? time(cells.get(i), number) : cells.get(i));
        }
        return row;
    }

    private static String time(String cell, int number) {
        if (cell.matches("\\d{12,14}")) {
            return cell;
        }
        try {
            return Long.toString(
                    LocalDateTime.parse(cell, TEXT).toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw malformed("row " + number + " has a time that nobody can read");
        }
    }

    private static MalformedReply malformed(String what) {
        return new MalformedReply(SOURCE, what);
    }
}
