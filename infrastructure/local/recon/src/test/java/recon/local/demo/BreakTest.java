package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.ledger.balance.DailyBalance;
import recon.ledger.setting.Settlement;
import recon.local.machine.Machine;
import recon.simulator.Activity;
import recon.simulator.Break;
import recon.simulator.Sabotage;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.registry.ReconciliationError;
import recon.storage.report.Reports;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** Each thing that can be broken on purpose shows as what it is, where it is, and as nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class BreakTest {
    private static final int DAYS = 2;

    @TempDir
    private Path folder;

    /** What a broken demo shows, looked at before its machine is gone. */
    private static class Seen implements Demo.Visit {
        private final List<ReconciliationError> errors = new ArrayList<>();
        private final List<Task> failed = new ArrayList<>();
        private Optional<Sabotage> done = Optional.empty();
        private Optional<Machine> machine = Optional.empty();

        @Override
        public void before(Simulator exchange, Machine started) {
            machine = Optional.of(started);
        }

        @Override
        public void after(Simulator exchange, Machine ended) {
            done = exchange.truth().sabotages().stream().findFirst();
            for (SimulatedAccount account : exchange.accounts()) {
                errors.addAll(ended.registry().errors(account.uid()));
            }
            DemoOptions.FIRST_DAY
                    .minusDays(1)
                    .datesUntil(DemoOptions.FIRST_DAY.plusDays(DAYS + 1))
                    .flatMap(day -> ended.runs().tasks("collect-" + day).stream())
                    .filter(task -> task.state() == TaskState.FAILED)
                    .forEach(failed::add);
        }

        Machine machine() {
            return machine.orElseThrow();
        }

        Sabotage sabotage() {
            return done.orElseThrow();
        }
    }

    private DemoOptions options(Break kind) {
        return new DemoOptions(
                DAYS, 2, 7, Optional.of(kind.name().toLowerCase(Locale.ROOT)), folder, Integer.MAX_VALUE, 4, 12);
    }

    private List<CSVRecord> varying() throws IOException {
        return Reported.rows(folder, "reconciliation-summary.csv").stream()
                .filter(row -> !row.get("variance").isEmpty())
                .filter(row -> new BigDecimal(row.get("variance")).signum() != 0)
                .toList();
    }

    private static void assertPlace(CSVRecord row, Sabotage sabotage) {
        assertThat(row.get("date")).isEqualTo(sabotage.date().toString());
        assertThat(row.get("email")).isEqualTo(sabotage.email());
    }

    @Test
    void airdropShowsAsTheOnlyVariance_onItsDayAccountAndAsset() throws IOException {
        Seen seen = new Seen();
        TestDemo demo = TestDemo.of(options(Break.AIRDROP)).visiting(seen);

        assertThat(demo.run()).isFalse();

        Sabotage airdrop = seen.sabotage();
        assertThat(varying()).singleElement().satisfies(row -> {
            assertPlace(row, airdrop);
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

    /**
     * What was sold or bought is missing in the books of that day and account, and so is what it was paid with. What
     * happened before the capture that ends the day before is missing there.
     */
    @ParameterizedTest
    @ValueSource(strings = {"DROPPED_TRADE", "MISSING_PAGE"})
    void tradesThatAreNeverShown_varyByTheirAmountAndNothingElseDoes(Break kind) throws IOException {
        Seen seen = new Seen();
        TestDemo demo = TestDemo.of(options(kind)).visiting(seen);

        assertThat(demo.run()).isFalse();

        Sabotage hidden = seen.sabotage();
        assertThat(varying()).allSatisfy(row -> {
            assertThat(row.get("email")).isEqualTo(hidden.email());
            assertThat(LocalDate.parse(row.get("date"))).isBetween(hidden.date().minusDays(1), hidden.date());
        });
        assertThat(varying().stream().map(row -> row.get("asset")).collect(Collectors.toSet()))
                .as("what was traded, what it was paid with, and the fee's asset")
                .hasSizeBetween(2, 3)
                .contains(hidden.asset());
        BigDecimal varied = varying().stream()
                .filter(row -> row.get("asset").equals(hidden.asset()))
                .map(row -> new BigDecimal(row.get("variance")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(varied).as("but for fees in the same asset").isCloseTo(hidden.amount(), withinPercentage(1));
        assertThat(seen.failed).isEmpty();
    }

    @Test
    void incomeThatIsNeverShown_isTheOnlyVariance_ofTheFuturesWallet() throws IOException {
        Seen seen = new Seen();
        TestDemo demo = TestDemo.of(options(Break.DROPPED_INCOME).withWallets(true))
                .besides(Activity.FUTURES)
                .visiting(seen);

        assertThat(demo.run()).isFalse();

        Sabotage hidden = seen.sabotage();
        assertThat(varying()).singleElement().satisfies(row -> {
            assertPlace(row, hidden);
            assertThat(row.get("wallet")).isEqualTo("FUTURES");
            assertThat(row.get("asset")).isEqualTo(hidden.asset());
            assertThat(new BigDecimal(row.get("variance"))).isEqualByComparingTo(hidden.amount());
        });
        assertThat(seen.errors)
                .as("the trades were asked about it: it was read again, and is not there")
                .extracting(ReconciliationError::errorType)
                .contains("FUTURES_WALLET_DIFFERS");
    }

    @Test
    void rowThatComesLate_variesAtFirst_andIsInTheBooksAtTheFinalClose() throws IOException {
        List<DailyBalance> provisional = new ArrayList<>();
        Seen seen = new Seen() {
            @Override
            public void onDay(Simulator exchange, Instant midnight) {
                if (midnight.equals(Instant.parse("2026-01-04T00:00:00Z"))) {
                    exchange.accounts().stream()
                            .flatMap(account ->
                                    machine()
                                            .balances()
                                            .daily(account.uid(), DemoOptions.FIRST_DAY.plusDays(1))
                                            .stream())
                            .filter(DailyBalance::varies)
                            .forEach(provisional::add);
                }
            }
        };
        TestDemo demo = TestDemo.of(options(Break.LATE_ROW)).visiting(seen);

        assertThat(demo.run()).as(demo.printed()).isTrue();

        Sabotage late = seen.sabotage();
        assertThat(provisional).singleElement().satisfies(balance -> {
            assertThat(balance.date()).isEqualTo(late.date());
            assertThat(balance.asset()).isEqualTo(late.asset());
            assertThat(balance.variance().orElseThrow()).isEqualByComparingTo(late.amount());
        });
        assertThat(varying()).isEmpty();
    }

    /** The row is shown at noon of the second day after its own: after T+2, and before T+3. */
    @ParameterizedTest
    @CsvSource({"2, provisional final", "3, provisional provisional"})
    void rowThatComesAfterTPlusTwo_isInTheFinalBooks_onlyIfTheyWaitForIt(int settleDays, String varyingAs)
            throws IOException {
        List<String> states = new ArrayList<>();
        Seen seen = new Seen() {
            @Override
            public void onDay(Simulator exchange, Instant midnight) {
                look();
            }

            @Override
            public void after(Simulator exchange, Machine ended) {
                super.after(exchange, ended);
                look();
            }

            // As the day's report stands after each run that has closed it.
            private void look() {
                LocalDate day = DemoOptions.FIRST_DAY.plusDays(1);
                Reports reports = machine().reports();
                if (reports.names(day).contains("variances.csv")) {
                    new String(reports.get(day, "variances.csv"), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.endsWith(",variance"))
                            .map(line -> line.contains(",final,") ? "final" : "provisional")
                            .forEach(states::add);
                }
            }
        };
        DemoOptions options = options(Break.LATE_ROW).with(new Settlement(settleDays));
        TestDemo demo = new TestDemo(options, World.settings(options).withLateDays(2)).visiting(seen);

        assertThat(demo.run()).as(demo.printed()).isEqualTo(settleDays == 3);

        assertThat(states).containsExactly(varyingAs.split(" "));
        Sabotage late = seen.sabotage();
        assertThat(varying()).hasSize(settleDays == 3 ? 0 : 1).allSatisfy(row -> {
            assertPlace(row, late);
            assertThat(new BigDecimal(row.get("variance"))).isEqualByComparingTo(late.amount());
        });
        assertThat(Reported.rows(folder, "transfers.csv"))
                .filteredOn(row -> row.get("email").equals(late.email()))
                .filteredOn(row -> row.get("txn_type").equals("transfer_in"))
                .filteredOn(row -> new BigDecimal(row.get("amount")).compareTo(late.amount()) == 0)
                .hasSize(settleDays == 3 ? 1 : 0);
        assertThat(demo.printed()).contains("in " + (DAYS + settleDays) + " daily runs");
    }

    @Test
    void accountWhoseKeyIsRevoked_isTheOnlyOneThatIsNotDone() throws IOException {
        Seen seen = new Seen();
        TestDemo demo = TestDemo.of(options(Break.REVOKED_KEY)).visiting(seen);

        assertThat(demo.run()).isFalse();

        String revoked = seen.sabotage().email();
        assertThat(seen.failed)
                .as("one task of each run since, the others of the account need it")
                .extracting(Task::name)
                .containsOnly("api-restrictions")
                .hasSize(2);
        assertThat(seen.errors)
                .extracting(ReconciliationError::errorType)
                .filteredOn(type -> !type.equals("API_KEY_INVALID"))
                .isEmpty();
        assertThat(Reported.rows(folder, "reconciliation-summary.csv"))
                .filteredOn(row -> row.get("actual_balance").isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("email")).isEqualTo(revoked);
                    assertThat(row.get("date")).isEqualTo("2026-01-02");
                });
        assertThat(varying()).isEmpty();
    }

    /**
     * The accounts use spot alone: that they have no margin wallet is nothing, that their keys may not read futures is told
     * once, and the wallet that holds something is a gap.
     */
    @Test
    void walletThatNobodyCollects_isNamed_andSoIsWhatTheKeyMayNotRead() throws IOException {
        Seen seen = new Seen();
        DemoOptions options = options(Break.UNCOLLECTED_WALLET);
        TestDemo demo = new TestDemo(options.withWallets(true), World.settings(options)).visiting(seen);

        assertThat(demo.run()).as(demo.printed()).isFalse();

        assertThat(varying()).isEmpty();
        assertThat(seen.failed).isEmpty();
        assertThat(seen.errors)
                .extracting(ReconciliationError::errorType)
                .containsExactlyInAnyOrder("WALLET_NOT_COLLECTED", "NOT_READABLE", "NOT_READABLE");
        assertThat(seen.errors)
                .filteredOn(error -> error.errorType().equals("NOT_READABLE"))
                .allSatisfy(
                        error -> assertThat(error.id()).isEqualTo("NOT_READABLE/futures-account/collect-2025-12-31"));
        assertThat(demo.printed())
                .contains("To be looked at")
                .contains("the wallet Earn holds something")
                .contains("settle it to have it asked again")
                .contains("the account has no such wallet");
        assertThat(Reported.rows(folder, "daily-snapshot.csv"))
                .extracting(row -> row.get("wallet"))
                .containsOnly("SPOT");
    }
}
