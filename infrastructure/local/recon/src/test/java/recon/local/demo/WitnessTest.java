package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.local.machine.Machine;
import recon.simulator.Fault;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.registry.ReconciliationError;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** The exchange's own snapshots and prices, end to end. */
@Execution(ExecutionMode.CONCURRENT)
class WitnessTest {
    private static final Instant FIRST_MIDNIGHT = Instant.parse("2026-01-02T00:00:00Z");

    /** What a small world holds and trades against the dollar. */
    private static final Set<String> PRICED = Set.of("USDT", "BTC", "ETH", "BNB", "币安人生");

    @TempDir
    private Path folder;

    /** What a demo leaves behind, looked at before its machine is gone. */
    private static class Seen implements Demo.Visit {
        private final List<DailyBalance> balances = new ArrayList<>();
        private final List<Task> collected = new ArrayList<>();
        private final List<ReconciliationError> damage = new ArrayList<>();

        @Override
        public void before(Simulator exchange, Machine machine) {}

        @Override
        public void after(Simulator exchange, Machine machine) {
            for (SimulatedAccount account : exchange.accounts()) {
                balances.addAll(machine.balances()
                        .dailyOf(account.uid(), Wallet.SPOT, DemoOptions.FIRST_DAY)
                        .orElseThrow());
            }
            collected.addAll(machine.runs().tasks("collect-" + DemoOptions.FIRST_DAY));
            damage.addAll(IntegrityTest.found(exchange, machine));
        }
    }

    @Test
    void everyBalanceIsWitnessedAndValued_inAnOrdinaryDemo() throws IOException {
        Seen seen = new Seen();
        TestDemo demo = TestDemo.of(TestDemo.small(1, 2, 7, folder)).visiting(seen);

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(seen.balances).isNotEmpty().allSatisfy(balance -> {
            assertThat(balance.source()).isEqualTo("spot-account");
            assertThat(balance.snapshot().orElseThrow())
                    .isEqualByComparingTo(balance.actual().orElseThrow());
            assertThat(balance.usdPrice().isPresent()).as(balance.asset()).isEqualTo(PRICED.contains(balance.asset()));
        });
        assertThat(seen.balances)
                .extracting(DailyBalance::asset)
                .as("what has no symbol left is held as well")
                .containsAll(PRICED)
                .contains("BUSD");
        assertThat(seen.damage).as("the archive says what the books say").isEmpty();
        assertThat(price(seen, "USDT")).isEqualByComparingTo("1");
        assertThat(price(seen, "BTC")).isBetween(new BigDecimal("93000"), new BigDecimal("100000"));
        assertThat(Reported.rows(folder, "variances.csv")).isEmpty();
        List<Task> prices = seen.collected.stream()
                .filter(task -> task.name().equals("klines"))
                .toList();
        assertThat(prices).singleElement().satisfies(task -> {
            assertThat(task.accountId()).isEqualTo("exchange");
            assertThat(task.totals().get("requests"))
                    .as("one for each asset but the dollar, for all accounts together")
                    .isEqualTo(PRICED.size() - 1);
        });
    }

    @Test
    void actualBalanceComesFromTheSnapshotAndSaysSo_whenTheAccountNeverAnswersOnOneDay() throws IOException {
        Seen seen = new Seen() {
            @Override
            public void onDay(Simulator exchange, Instant midnight) {
                if (midnight.equals(FIRST_MIDNIGHT)) {
                    // Three attempts of each of two accounts.
                    exchange.faults().next(Fault.HTML_403, "/api/v3/account", 6);
                }
            }
        };
        TestDemo demo = TestDemo.of(TestDemo.small(1, 2, 7, folder)).visiting(seen);

        assertThat(demo.run()).as("the capture that is missing").isFalse();

        assertThat(failed(seen)).containsOnly("spot-account FAILED").hasSize(2);
        assertThat(seen.balances).isNotEmpty().allSatisfy(balance -> {
            assertThat(balance.source()).isEqualTo("spot-snapshot");
            assertThat(balance.varies()).as(balance.asset()).isFalse();
        });
        var truth = Reported.balances(Reported.rows(folder.resolve("truth"), "balances.csv"), "balance");
        List<CSVRecord> summary = Reported.rows(folder, "reconciliation-summary.csv");
        assertThat(Reported.balances(summary, "actual_balance")).isEqualTo(truth);
        assertThat(Reported.balances(summary, "calculated_balance")).isEqualTo(truth);
        assertThat(demo.printed()).contains("spot-account:");
    }

    @Test
    void dayStaysClean_whenTheSnapshotIsLateAndIsComparedAtTheFinalClose() {
        Seen seen = new Seen() {
            @Override
            public void before(Simulator exchange, Machine machine) {
                exchange.holdBackSnapshots(DemoOptions.FIRST_DAY, Duration.ofHours(10));
            }
        };
        TestDemo demo = TestDemo.of(TestDemo.small(1, 2, 8, folder)).visiting(seen);

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(failed(seen)).containsOnly("spot-snapshot SKIPPED").hasSize(2);
        assertThat(demo.printed()).contains("the exchange did not have this day after 6 hours");
        assertThat(seen.balances)
                .allSatisfy(balance -> assertThat(balance.snapshot().orElseThrow())
                        .isEqualByComparingTo(balance.actual().orElseThrow()));
    }

    private static BigDecimal price(Seen seen, String asset) {
        return seen.balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .flatMap(DailyBalance::usdPrice)
                .orElseThrow();
    }

    private static List<String> failed(Seen seen) {
        return seen.collected.stream()
                .filter(task -> task.state() != TaskState.DONE)
                .map(task -> task.name() + " " + task.state())
                .toList();
    }
}
