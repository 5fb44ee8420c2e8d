package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books against the exchange's own truth, read from the files that a person gets. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class SeedsTest {
    private static final int TENTH = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void booksEqualTheTruth_twiceAndWithHalfThePages(long seed) throws IOException {
        TestDemo demo = TestDemo.of(options(seed, "whole", 10));
        assertThat(demo.run()).as(demo.printed()).isTrue();
        assertBooksEqualTruth(demo.out());
        SortedMap<String, String> once = Reported.files(demo.out());

        assertThat(demo.run()).isTrue();
        assertThat(Reported.files(demo.out())).as("run twice").isEqualTo(once);

        TestDemo halved = TestDemo.of(options(seed, "half", 5));
        assertThat(halved.run()).as(halved.printed()).isTrue();
        assertThat(Reported.files(halved.out())).as("half the page size").isEqualTo(once);
    }

    /** Every tenth has a second day, which begins with what the first one ended with. */
    private DemoOptions options(long seed, String out, int pageLimit) {
        int days = seed % TENTH == 0 ? 2 : 1;
        return new DemoOptions(days, 2, seed, Optional.empty(), folder.resolve(out), pageLimit, 4, 8);
    }

    private static void assertBooksEqualTruth(Path out) throws IOException {
        var truth = Reported.balances(Reported.rows(out, "balances.csv"), "balance");
        List<CSVRecord> summary = Reported.rows(out, "reconciliation-summary.csv");
        assertThat(truth).hasSizeGreaterThan(9);
        assertThat(Reported.rows(out, "unmatched-transfers.csv")).isEmpty();
        assertThat(Reported.balances(summary, "calculated_balance")).isEqualTo(truth);
        assertThat(Reported.balances(summary, "actual_balance")).isEqualTo(truth);
        assertThat(Reported.balances(Reported.rows(out, "daily-snapshot.csv"), "raw_balance"))
                .as("what is held at the end of the day")
                .isEqualTo(nonZero(truth));
    }

    private static Map<String, BigDecimal> nonZero(Map<String, BigDecimal> balances) {
        return balances.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
