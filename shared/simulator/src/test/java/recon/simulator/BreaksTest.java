package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.simulator.futures.ContractFill;

/** Each deliberate error is what it says, and nothing else. */
final class BreaksTest {
    private static final String DEPOSITS = "/sapi/v1/capital/deposit/hisrec";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7})
    void hidesOneFill_thatMovedTheBalances(long seed) {
        try (Exchange exchange = broken(seed, Break.DROPPED_TRADE, Exchange.day(3))) {
            Sabotage done = done(exchange);
            SimulatedAccount account = account(exchange, done);
            Truth truth = exchange.simulator.truth();

            assertThat(truth.rows("trades", account.uid(), Exchange.day(-3), Exchange.day(3)) - 1)
                    .isEqualTo(shownTrades(exchange, account));
            for (SimulatedAccount other : exchange.simulator.accounts()) {
                if (!other.equals(account)) {
                    assertThat(shownTrades(exchange, other))
                            .isEqualTo(truth.rows("trades", other.uid(), Exchange.day(-3), Exchange.day(3)));
                }
            }
            assertThat(done.at()).isBetween(Exchange.day(1), Exchange.day(2));
            assertThat(truth.movedAssets(
                            account.uid(), "SPOT", done.at(), done.at().plusMillis(1)))
                    .contains(done.asset());
            assertThat(done.amount()).isNotZero();
        }
    }

    @Test
    void hidesAllFillsOfASymbolAndDay_ofOneAccount() {
        try (Exchange exchange = broken(7, Break.MISSING_PAGE, Exchange.day(3))) {
            Sabotage done = done(exchange);
            SimulatedAccount account = account(exchange, done);
            Truth truth = exchange.simulator.truth();
            int hidden = truth.rows("trades", account.uid(), Exchange.day(-3), Exchange.day(3))
                    - shownTrades(exchange, account);

            assertThat(hidden).isPositive();
            String window = "&startTime=" + Exchange.day(1).toEpochMilli() + "&endTime="
                    + (Exchange.day(2).toEpochMilli() - 1);
            assertThat(truth.tradedSymbols(account.uid(), Exchange.day(3)).stream()
                            .filter(symbol -> symbol.matches("[A-Z]+"))
                            .filter(symbol -> symbol.startsWith(done.asset()))
                            .filter(symbol -> exchange.json(account, "/api/v3/myTrades", "symbol=" + symbol + window)
                                    .isEmpty()))
                    .isNotEmpty();
        }
    }

    @Test
    void showsADepositAtNoonOfTheNextDay_thoughItWasCreditedAtOnce() {
        try (Exchange exchange = broken(7, Break.LATE_ROW, Exchange.day(2).plusSeconds(600));
                Exchange plain = new Exchange(Exchange.settings(7), folder.resolve("plain"), Exchange.day(2))) {
            Sabotage done = done(exchange);
            SimulatedAccount account = account(exchange, done);
            Truth truth = exchange.simulator.truth();
            Instant noon = Exchange.day(1).plusSeconds(12 * 3_600);

            assertThat(done.at()).isEqualTo(noon);
            assertThat(truth.movedAssets(account.uid(), "SPOT", noon, noon.plusSeconds(301)))
                    .contains("USDT");
            Set<JsonNode> early = rows(exchange, account);
            exchange.jumpTo(Exchange.day(2).plusSeconds(12 * 3_600 + 1));
            Set<JsonNode> late = rows(exchange, account);
            late.removeIf(row -> row.get("insertTime").asLong() != noon.toEpochMilli());
            assertThat(early).noneMatch(row -> row.get("insertTime").asLong() == noon.toEpochMilli());
            assertThat(late)
                    .singleElement()
                    .satisfies(row ->
                            assertThat(IndependentBooks.amount(row, "amount")).isEqualByComparingTo(done.amount()));
            assertThat(truth.balances(account.uid(), "SPOT", noon))
                    .isEqualTo(plain.simulator.truth().balances(account.uid(), "SPOT", noon));
        }
    }

    @Test
    void showsADepositDaysLater_ifItIsToldTo() {
        SimulatorSettings later =
                Exchange.settings(7).withSabotage(Break.LATE_ROW).withLateDays(2);
        try (Exchange exchange = new Exchange(later, folder.resolve("later"), Exchange.day(3))) {
            SimulatedAccount account = account(exchange, done(exchange));
            long noon = Exchange.day(1).plusSeconds(12 * 3_600).toEpochMilli();

            assertThat(rows(exchange, account))
                    .noneMatch(row -> row.get("insertTime").asLong() == noon);
            exchange.jumpTo(Exchange.day(3).plusSeconds(12 * 3_600 + 1));
            assertThat(rows(exchange, account))
                    .filteredOn(row -> row.get("insertTime").asLong() == noon)
                    .hasSize(1);
        }
    }

    @Test
    void knowsTheKeysOfAnAccountNoMore_fromNoonOn() {
        try (Exchange exchange = broken(7, Break.REVOKED_KEY, Exchange.day(1).plusSeconds(12 * 3_600 - 10))) {
            SimulatedAccount account = account(exchange, done(exchange));

            assertThat(account.main()).isFalse();
            assertThat(exchange.signed(account, DEPOSITS, "").statusCode()).isEqualTo(200);
            exchange.jumpTo(Exchange.day(1).plusSeconds(12 * 3_600));
            assertThat(Exchange.code(exchange.signed(account, DEPOSITS, ""))).isEqualTo(-2015);
            assertThat(exchange.signed(account, DEPOSITS, "").statusCode()).isEqualTo(401);
            assertThat(exchange.signed(exchange.sub(1), DEPOSITS, "").statusCode())
                    .isEqualTo(200);
            assertThat(exchange.signed(exchange.main(), DEPOSITS, "").statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Break.class,
            names = {"LATE_ROW", "DROPPED_FILL", "DROPPED_INCOME"},
            mode = EnumSource.Mode.EXCLUDE)
    void leavesEveryOtherBalance_asItWas(Break kind) {
        try (Exchange exchange = broken(7, kind, Exchange.day(3));
                Exchange plain = new Exchange(Exchange.settings(7), folder.resolve("plain"), Exchange.day(3))) {
            Sabotage done = done(exchange);
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                SortedMap<String, BigDecimal> expected =
                        plain.simulator.truth().balances(account.uid(), "SPOT", Exchange.day(3));
                if (kind == Break.AIRDROP && account.email().equals(done.email())) {
                    expected.merge(done.asset(), done.amount(), BigDecimal::add);
                }
                assertThat(exchange.simulator.truth().balances(account.uid(), "SPOT", Exchange.day(3)))
                        .isEqualTo(expected);
            }
            assertThat(done.kind()).isEqualTo(kind);
        }
    }

    @Test
    void keepsBackOneFillInAContract_whoseIncomeIsThere() {
        try (Exchange exchange = brokenFutures(Break.DROPPED_FILL)) {
            SimulatedAccount account = account(exchange, done(exchange));
            Instant now = exchange.simulator.exchangeTime();
            Truth truth = exchange.simulator.truth();
            List<String> shown = Contracts.fills(exchange, account, 1_000);
            List<ContractFill> hidden = truth.contractFills(account.uid(), Exchange.day(-3), now).stream()
                    .filter(row -> !shown.contains(Contracts.fill(row)))
                    .toList();

            assertThat(hidden).singleElement().satisfies(row -> {
                assertThat(row.time()).isEqualTo(done(exchange).at().toEpochMilli());
                assertThat(row.time())
                        .isBetween(
                                Exchange.day(1).toEpochMilli(), Exchange.day(2).toEpochMilli());
            });
            assertThat(Income.all(exchange, account, ""))
                    .hasSize(truth.income(account.uid(), Exchange.day(-3), now).size());
        }
    }

    @Test
    void keepsBackOneRowOfIncome_thatHasMovedTheWallet() {
        try (Exchange exchange = brokenFutures(Break.DROPPED_INCOME)) {
            Sabotage done = done(exchange);
            SimulatedAccount account = account(exchange, done);
            BigDecimal shown = Income.all(exchange, account, "").stream()
                    .filter(row -> row.get("asset").asText().equals(done.asset()))
                    .map(row -> IndependentBooks.amount(row, "income"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(exchange.simulator
                            .truth()
                            .balance(account.uid(), "FUTURES", done.asset(), exchange.simulator.exchangeTime()))
                    .isEqualByComparingTo(shown.add(done.amount()));
            assertThat(done.amount()).isNotZero();
        }
    }

    private Exchange brokenFutures(Break kind) {
        return new Exchange(
                Exchange.settings(7).withActivities(Set.of(Activity.FUTURES)).withSabotage(kind),
                folder.resolve("broken"),
                Exchange.day(3).plusSeconds(100));
    }

    private Exchange broken(long seed, Break kind, Instant now) {
        return new Exchange(Exchange.settings(seed).withSabotage(kind), folder.resolve("broken"), now);
    }

    private static Sabotage done(Exchange exchange) {
        List<Sabotage> all = exchange.simulator.truth().sabotages();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static SimulatedAccount account(Exchange exchange, Sabotage done) {
        return exchange.simulator.accounts().stream()
                .filter(account -> account.email().equals(done.email()))
                .findFirst()
                .orElseThrow();
    }

    private static int shownTrades(Exchange exchange, SimulatedAccount account) {
        int shown = 0;
        for (String symbol : new TreeSet<>(exchange.simulator.truth().tradedSymbols(account.uid(), Exchange.day(3)))) {
            String name = URLEncoder.encode(symbol, StandardCharsets.UTF_8);
            for (JsonNode row : exchange.json(account, "/api/v3/myTrades", "limit=1000&fromId=0&symbol=" + name)) {
                shown += row.get("time").asLong() < Exchange.day(3).toEpochMilli() ? 1 : 0;
            }
        }
        return shown;
    }

    private static Set<JsonNode> rows(Exchange exchange, SimulatedAccount account) {
        Set<JsonNode> rows = new HashSet<>();
        exchange.json(account, DEPOSITS, "").forEach(rows::add);
        return rows;
    }
}
