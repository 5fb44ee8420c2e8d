package recon.local.demo;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The files of a demo, read back as a downstream user would. */
final class Reported {
    private Reported() {}

    /** Every file below the reports folder, by its relative path. */
    static SortedMap<String, String> files(Path out) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out.resolve("reports"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    /** All rows of the files of one name, over all days. */
    static List<CSVRecord> rows(Path out, String name) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(out)) {
            for (Path path : paths.filter(file -> file.endsWith(name)).sorted().toList()) {
                try (Reader text = Files.newBufferedReader(path)) {
                    rows.addAll(CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(text)
                            .getRecords());
                }
            }
        }
        return rows;
    }

    /** An amount column by day, account, wallet and asset. */
    static Map<String, BigDecimal> balances(List<CSVRecord> rows, String column) {
        Map<String, BigDecimal> balances = new LinkedHashMap<>();
        for (CSVRecord row : rows) {
            String key = String.join(" ", row.get("date"), row.get("email"), row.get("wallet"), row.get("asset"));
            BigDecimal amount = new BigDecimal(row.get(column)).stripTrailingZeros();
            if (balances.put(key, amount) != null) {
                throw new AssertionError("two rows for " + key);
            }
        }
        return balances;
    }
}
