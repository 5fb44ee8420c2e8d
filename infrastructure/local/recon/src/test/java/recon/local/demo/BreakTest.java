package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.local.machine.Machine;
import recon.simulator.Sabotage;
import recon.simulator.Simulator;

@Execution(ExecutionMode.CONCURRENT)
class BreakTest {
    @TempDir
    private Path folder;

    private Optional<Sabotage> done = Optional.empty();

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void airdropShowsAsTheOnlyVariance_onItsDayAccountAndAsset(long seed) throws IOException {
        TestDemo demo = TestDemo.of(
                        new DemoOptions(2, 2, seed, Optional.of("airdrop"), folder, Integer.MAX_VALUE, 4, 12))
                .visiting(new Demo.Visit() {
                    @Override
                    public void before(Simulator exchange, Machine machine) {
                        done = exchange.truth().sabotages().stream().findFirst();
                    }
                });

        assertThat(demo.run()).isFalse();

        Sabotage airdrop = done.orElseThrow();
        List<CSVRecord> varying = Reported.rows(folder, "reconciliation-summary.csv").stream()
                .filter(row -> new BigDecimal(row.get("variance")).signum() != 0)
                .toList();
        assertThat(varying).singleElement().satisfies(row -> {
            assertThat(row.get("date")).isEqualTo(airdrop.date().toString());
            assertThat(row.get("email")).isEqualTo(airdrop.email());
            assertThat(row.get("asset")).isEqualTo(airdrop.asset());
            assertThat(new BigDecimal(row.get("variance"))).isEqualByComparingTo(airdrop.amount());
        });
        assertThat(Reported.rows(folder, "variances.csv")).singleElement().satisfies(row -> {
            BigDecimal variance = new BigDecimal(row.get("variance_in_asset"));
            assertThat(variance).isEqualByComparingTo(airdrop.amount());
            assertThat(new BigDecimal(row.get("raw_balance")).subtract(new BigDecimal(row.get("cal_balance"))))
                    .isEqualByComparingTo(variance);
            assertThat(row.get("raw_balance_source")).isEqualTo("spot-account");
            assertThat(new BigDecimal(row.get("variance_in_usd")))
                    .isEqualByComparingTo(variance.multiply(new BigDecimal(row.get("usd_price"))))
                    .isBetween(BigDecimal.ONE, BigDecimal.valueOf(1_500));
            assertThat(row.get("cause")).isEqualTo("received through no collected source");
            assertThat(row.get("kind")).isEqualTo("variance");
            assertThat(row.get("state")).isEqualTo("final");
        });
        assertThat(demo.printed())
                .contains("1 of ")
                .contains(airdrop.asset())
                .contains("received through no collected source");
    }
}
