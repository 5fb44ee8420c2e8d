package recon.local.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.local.SharedStack;
import recon.local.demo.DemoOptions;

/** Five accounts and five days with sixteen workers, against the least that they could have cost. */
class WeightTest {
    private static final int WORKERS = 16;
    /** What is aimed at is 1.05, and 1.047 is measured: the order in which so many workers come may cost a request more. */
    private static final BigDecimal BAR = new BigDecimal("1.06");

    @TempDir
    private Path folder;

    @Test
    void weightIsCloseToTheLeast_andNoMinuteIsAboveTheBudget_withSixteenWorkers() {
        DemoOptions options = new DemoOptions(5, 5, 7, Optional.empty(), folder, Integer.MAX_VALUE, 4, 5);
        StringWriter printed = new StringWriter();

        Weighing weighing = new Scales(options, WORKERS)
                .weigh(SharedStack.get(), SharedStack.freshName(), new PrintWriter(printed));

        assertThat(weighing.balanced()).as(printed.toString()).isTrue();
        assertThat(weighing.pools())
                .allSatisfy(pool -> assertThat(pool.ratio()).as(pool.toString()).isLessThanOrEqualTo(BAR));
        assertThat(weighing.naiveTrades())
                .as("trades that the naive recipe finds")
                .isPositive();
        assertThat(weighing.naive()).isGreaterThan(2 * used(weighing, "spot-trades"));
        assertThat(weighing.peaks())
                .allSatisfy(peak -> assertThat(peak.most()).as(peak.bucket()).isLessThanOrEqualTo(peak.budget()));
    }

    private static long used(Weighing weighing, String source) {
        return weighing.sources().stream()
                .filter(line -> line.source().equals(source))
                .mapToLong(Weighing.Line::used)
                .sum();
    }
}
