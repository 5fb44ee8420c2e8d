package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Funding, margin, isolated pairs and futures beside spot: the books of all of them against the exchange's own truth. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2) // others wait for its demo
class WalletsTest {
    @Test
    void booksOfEveryWalletEqualTheTruth_rowByRow_andEveryTypeThatJacksonTouchesIsRegistered() throws IOException {
        AllWallets ran = AllWallets.ran();
        Path out = ran.options().out();

        assertThat(ran.clean()).as(ran.printed()).isTrue();

        Map<String, BigDecimal> truth = Reported.balances(Reported.rows(out, "balances.csv"), "balance");
        var summary = Reported.rows(out, "reconciliation-summary.csv");
        assertThat(Reported.rows(out, "balances.csv"))
                .extracting(row -> row.get("wallet").replaceAll(":.*", ""))
                .contains("SPOT", "FUNDING", "MARGIN", "FUTURES");
        assertThat(Reported.balances(summary, "calculated_balance")).containsAllEntriesOf(truth);
        assertThat(Reported.balances(summary, "actual_balance")).containsAllEntriesOf(truth);
        assertEveryTransferIsMatched(out);
        assertThat(ran.damage()).as("the archive says what the books say").isEmpty();
        assertThat(ran.touched())
                .contains(
                        "recon.binance.spottrades.TradeRow",
                        "recon.binance.futuresincome.IncomeRow",
                        "recon.binance.futuressettings.BracketsRow",
                        "recon.binance.futurestrades.TradeRow",
                        "recon.collect.handler.CollectEvent",
                        "recon.storage.batch.Batch")
                .isSubsetOf(NativeTypesTest.registered());
    }

    /** The legs that a match id binds together, of all days: one gives what the other one receives. */
    private static void assertEveryTransferIsMatched(Path out) throws IOException {
        assertThat(Reported.rows(out, "unmatched-transfers.csv")).isEmpty();
        Map<String, List<CSVRecord>> pairs = Reported.rows(out, "matched-transfers.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("match_id")));
        assertThat(pairs).hasSizeGreaterThan(5).allSatisfy((id, pair) -> {
            assertThat(pair).hasSize(2);
            assertThat(pair.getFirst().get("asset")).isEqualTo(pair.getLast().get("asset"));
            assertThat(pair.stream()
                            .map(row -> new BigDecimal(row.get("amount")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isZero();
        });
        assertThat(pairs.values())
                .flatMap(pair -> pair)
                .extracting(row -> row.get("source"))
                .contains("own-transfers", "futures-income");
    }
}
