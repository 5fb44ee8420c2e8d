package recon.binance.futuresdownloads;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
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
    private static final Set<String> TIMES = Set.of("time", "updateTime");

    private DownloadedFile() {}

    /**
     * Reads a file row by row.
     *
     * @param body the bytes as they came
     * @param rows gets each row, its fields under the names that the endpoint gives them, times in epoch milliseconds
     * @return how many rows there are
     * @throws MalformedReply if it is packed in no known way, or has columns that nobody knows, or too few
     */
    public static long read(DownloadKind kind, byte[] body, Consumer<Map<String, String>> rows) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(unpacked(body), StandardCharsets.UTF_8))) {
            List<String> columns = columns(kind, text.readLine());
            long count = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (!line.isEmpty()) {
                    rows.accept(row(columns, line, ++count));
                }
            }
            return count;
        } catch (IOException e) {
            throw malformed("it cannot be unpacked: " + e.getClass().getSimpleName());
        }
    }

    private static InputStream unpacked(byte[] body) throws IOException {
        if (begins(body, 0x1f, 0x8b)) {
            return new GZIPInputStream(new ByteArrayInputStream(body));
        }
        if (begins(body, 'P', 'K')) {
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body));
            if (zip.getNextEntry() == null) {
                throw malformed("the archive is empty");
            }
            return zip;
        }
        return new ByteArrayInputStream(body);
    }

    private static boolean begins(byte[] body, int first, int second) {
        return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
    }

    private static List<String> columns(DownloadKind kind, @Nullable String header) {
        if (header == null) {
            throw malformed("it has no header");
        }
        String plain = header.startsWith("\ufeff") ? header.substring(1) : header;
        Columns known = Columns.of(kind);
        List<String> columns = cells(plain).stream().map(known::field).toList();
        columns.stream().filter(column -> !known.knows(column)).findFirst().ifPresent(column -> {
            throw malformed("it has a column that nobody knows: " + column);
        });
        if (!known.complete(columns)) {
            throw malformed("its header is not that of " + kind.word() + ": " + plain);
        }
        return columns;
    }

    private static Map<String, String> row(List<String> columns, String line, long number) {
        List<String> cells = cells(line);
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

    private static String time(String cell, long number) {
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

    /** Cells may be quoted, and a quote inside is doubled. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static MalformedReply malformed(String what) {
        return new MalformedReply(SOURCE, what);
    }
}
