package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.Contracts.list;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.simulator.futures.IncomeRow;

/** Fills and income of contracts as the futures host lists them, against the truth. */
final class FuturesHistoryTest {
    private static final Set<Activity> FUTURES = Set.of(Activity.FUTURES);
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 1_000})
    void losesNoFill_atAnyPageSize(int limit) {
        try (Exchange exchange = exchange(7, Exchange.day(3))) {
            for (SimulatedAccount account : exchange.simulator.accounts().subList(0, 2)) {
                Instant now = exchange.simulator.exchangeTime();
                assertThat(Contracts.fills(exchange, account, limit))
                        .hasSizeGreaterThan(40)
                        .containsExactlyInAnyOrderElementsOf(
                                exchange.simulator.truth().contractFills(account.uid(), Exchange.day(-3), now).stream()
                                        .map(Contracts::fill)
                                        .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1_000})
    void losesNoIncome_atAnyPageSize(int limit) {
        try (Exchange exchange = exchange(8, Exchange.day(3))) {
            Set<JsonNode> all = new LinkedHashSet<>();
            long from = Exchange.day(-3).toEpochMilli();
            JsonNode page;
            do {
                page = exchange.json(exchange.sub(1), Income.PATH, "limit=" + limit + "&startTime=" + from);
                all.addAll(list(page));
                from = page.get(page.size() - 1).get("time").asLong();
            } while (page.size() == limit && page.get(0).get("time").asLong() < from);
            List<IncomeRow> truth = exchange.simulator
                    .truth()
                    .income(exchange.sub(1).uid(), Exchange.day(-3), exchange.simulator.exchangeTime());

            assertThat(all.stream()
                            .map(row -> row.get("incomeType").asText() + row.get("tranId") + " "
                                    + Contracts.plain(amount(row, "income"))))
                    .containsExactlyInAnyOrderElementsOf(truth.stream()
                            .map(row -> row.type() + row.tranId() + " " + Contracts.plain(row.amount()))
                            .toList());
        }
    }

    @Test
    void givesFillsOfAWeek_theNewestWithoutAStart_theOldestWithOne() {
        try (Exchange exchange = exchange(7, Exchange.day(12))) {
            long now = exchange.simulator.exchangeTime().toEpochMilli();
            List<String> all = Contracts.fills(exchange, exchange.main(), 1_000).stream()
                    .filter(row -> row.startsWith("[BTCUSDT,"))
                    .toList();
            List<JsonNode> week = trades(exchange, "");
            List<JsonNode> since =
                    trades(exchange, "&limit=3&startTime=" + Exchange.day(-3).toEpochMilli());
            List<JsonNode> until =
                    trades(exchange, "&limit=3&endTime=" + Exchange.day(5).toEpochMilli());

            assertThat(week).isNotEmpty().allMatch(row -> row.get("time").asLong() >= now - 7 * DAY_MS - 1_000);
            assertThat(week.size()).isLessThan(all.size());
            assertThat(since.stream().map(Contracts::fill)).isEqualTo(all.subList(0, 3));
            assertThat(until)
                    .hasSize(3)
                    .allMatch(row -> row.get("time").asLong() <= Exchange.day(5).toEpochMilli());
            String order = since.getFirst().get("orderId").asText();
            assertThat(trades(exchange, "&orderId=" + order))
                    .isNotEmpty()
                    .allMatch(row -> row.get("orderId").asText().equals(order));
        }
    }

    @Test
    void writesCommissionWithTheSignThatTheSwitchSays() {
        for (boolean paid : new boolean[] {true, false}) {
            long seed = 0;
            while (FuturesSwitches.drawnBy(seed).fillCommissionIsPaid() != paid) {
                seed++;
            }
            try (Exchange exchange = new Exchange(settings(seed), folder.resolve("paid " + paid), Exchange.day(3))) {
                SortedMap<String, BigDecimal> income = new TreeMap<>();
                Income.all(exchange, exchange.main(), "incomeType=COMMISSION&")
                        .forEach(row -> income.put(
                                row.get("symbol").asText() + row.get("tradeId").asText(), amount(row, "income")));
                SortedMap<String, BigDecimal> fills = new TreeMap<>();
                for (String symbol : Contracts.symbols(exchange)) {
                    exchange.json(exchange.main(), Contracts.TRADES, "symbol=" + symbol)
                            .forEach(row -> {
                                if (amount(row, "commission").signum() != 0) {
                                    BigDecimal commission = amount(row, "commission");
                                    fills.put(
                                            row.get("symbol").asText()
                                                    + row.get("id").asText(),
                                            (paid ? commission.negate() : commission).setScale(8));
                                }
                            });
                }
                assertThat(fills).isNotEmpty().isEqualTo(income);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "userTrades, limit=5, -1102",
        "userTrades, symbol=NOTHING, -1121",
        "userTrades, symbol=BTCUSDT&limit=1001, -1130",
        "userTrades, symbol=BTCUSDT&fromId=1&startTime=1, -1128",
        "userTrades, symbol=BTCUSDT&startTime=0&endTime=604800001, -1127",
        "userTrades, symbol=BTCUSDT&startTime=5&endTime=4, -1130",
        "userTrades, symbol=BTCUSDT&startTime=0&endTime=604800000, 0",
        "allOrders, orderId=5, -1128",
        "allOrders, startTime=0&endTime=604800000, -1127",
        "allOrders, startTime=0&endTime=604799999, 0",
        "allAlgoOrders, limit=5, -1102",
        "allAlgoOrders, symbol=BTCUSDT&startTime=0&endTime=604800001, -1127",
        "algoOrder, algoId=1, -2013",
        "algoOrder, symbol=BTCUSDT, -1102",
        "forceOrders, autoCloseType=LUCK, -1130",
        "forceOrders, limit=101, -1130",
        "symbolConfig, symbol=NOTHING, -1121",
        "leverageBracket, symbol=NOTHING, -1121",
        "openOrders, symbol=NOTHING, -1121",
        "fundingRate, limit=1001, -1130",
        "klines, symbol=BTCUSDT&interval=7m, -1120",
        "klines, symbol=BTCUSDT, -1102",
        "klines, symbol=BTCUSDT&interval=1m&limit=1501, -1130"
    })
    void refusesWhatIsWrong(String path, String query, int code) {
        try (Exchange exchange = exchange(7, Exchange.day(1))) {
            assertThat(codeOf(Exchange.parse(exchange.signed(exchange.main(), "/fapi/v1/" + path, query)
                            .body())))
                    .isEqualTo(code);
        }
    }

    @Test
    void answersSoManyFundingRates_andStopsThem_withoutStoppingTheRest() {
        try (Exchange exchange = exchange(7, Exchange.day(1).plusSeconds(10))) {
            for (int i = 0; i < 500; i++) {
                assertThat(exchange.simulator
                                .ask("/fapi/v1/fundingRate", "symbol=BTCUSDT&limit=1", "")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(exchange.simulator
                            .ask("/fapi/v1/fundingRate", "symbol=BTCUSDT", "")
                            .status())
                    .isEqualTo(429);
            assertThat(exchange.send("", "/fapi/v1/time", "").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "userTrades, symbol=BTCUSDT, 5",
        "allOrders, '', 5",
        "openOrders, symbol=BTCUSDT, 1",
        "openOrders, '', 40",
        "allAlgoOrders, symbol=BTCUSDT, 5",
        "openAlgoOrders, symbol=BTCUSDT, 1",
        "openAlgoOrders, '', 40",
        "forceOrders, symbol=BTCUSDT, 20",
        "forceOrders, '', 50",
        "symbolConfig, '', 5",
        "leverageBracket, '', 1",
        "positionSide/dual, '', 30",
        "klines, symbol=BTCUSDT&interval=1m&limit=99, 1",
        "klines, symbol=BTCUSDT&interval=1m&limit=499, 2",
        "klines, symbol=BTCUSDT&interval=1m, 5",
        "klines, symbol=BTCUSDT&interval=1m&limit=1001, 10"
    })
    void costsWhatTheExchangeSays(String path, String query, int weight) {
        try (Exchange exchange = exchange(7, Exchange.day(1).plusSeconds(10))) {
            assertThat(exchange.signed(exchange.main(), "/fapi/v1/" + path, query)
                            .headers()
                            .firstValue("X-MBX-USED-WEIGHT-1M"))
                    .hasValue(Integer.toString(weight));
        }
    }

    private static int codeOf(JsonNode body) {
        return body.path("code").asInt();
    }

    private static List<JsonNode> trades(Exchange exchange, String query) {
        return list(exchange.json(exchange.main(), Contracts.TRADES, "symbol=BTCUSDT" + query));
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(settings(seed), folder, now);
    }

    private static SimulatorSettings settings(long seed) {
        return Exchange.settings(seed).withTradesPerDay(5).withActivities(FUTURES);
    }
}
