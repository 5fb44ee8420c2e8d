package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Funding, margin, isolated pairs and futures beside spot: the books of all of them against the exchange's own truth. */
@Execution(ExecutionMode.CONCURRENT)
class WalletsTest {
    @TempDir
    private Path folder;

    @Test
    void booksOfEveryWalletEqualTheTruth() throws IOException {
        TestDemo demo = TestDemo.of(
                new DemoOptions(1, 2, 7, Optional.empty(), folder, Integer.MAX_VALUE, 4, 8).withWallets(true));

        assertThat(demo.run()).as(demo.printed()).isTrue();

        Map<String, BigDecimal> truth = Reported.balances(Reported.rows(demo.out(), "balances.csv"), "balance");
        var summary = Reported.rows(demo.out(), "reconciliation-summary.csv");
        assertThat(Reported.rows(demo.out(), "balances.csv"))
                .extracting(row -> row.get("wallet").replaceAll(":.*", ""))
                .contains("SPOT", "FUNDING", "MARGIN", "FUTURES");
        assertThat(Reported.balances(summary, "calculated_balance")).containsAllEntriesOf(truth);
        assertThat(Reported.balances(summary, "actual_balance")).containsAllEntriesOf(truth);
    }
}
