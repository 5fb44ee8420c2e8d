package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manners of the margin endpoints, and the capital flow against the wallet. */
final class MarginTest {
    private static final Set<Activity> MARGIN = Set.of(Activity.MARGIN, Activity.ISOLATED_MARGIN);
    private static final String LOANS = "/sapi/v1/margin/borrow-repay";
    private static final String INTEREST = "/sapi/v1/margin/interestHistory";
    private static final String TRANSFERS = "/sapi/v1/margin/transfer";
    private static final String FLOW = "/sapi/v1/margin/capital-flow";
    private static final String TRADES = "/sapi/v1/margin/myTrades";
    private static final String LIQUIDATIONS = "/sapi/v1/margin/forceLiquidationRec";
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    @Test
    void givesLoansOfAWeek_orOfAMonthWhereTheAssetIsNamed() {
        try (Exchange exchange = exchange(7, Exchange.day(20))) {
            String sinceStart = "&startTime=" + Exchange.day(0).toEpochMilli();
            String week = "&startTime=" + (exchange.simulator.exchangeTime().toEpochMilli() - 7 * DAY_MS + 5_000);
            List<JsonNode> borrowed = rows(exchange, LOANS, "type=BORROW&size=100&asset=USDT" + sinceStart);
            List<JsonNode> repaid = rows(exchange, LOANS, "type=REPAY&size=100&asset=USDT" + sinceStart);
            JsonNode any = borrowed.get(2);

            assertThat(borrowed)
                    .hasSizeGreaterThan(5)
                    .isSortedAccordingTo((a, b) -> Long.compare(
                            b.get("timestamp").asLong(), a.get("timestamp").asLong()));
            assertThat(borrowed).allMatch(row -> amount(row, "interest").signum() == 0);
            assertThat(repaid)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(amount(row, "amount"))
                            .isEqualByComparingTo(amount(row, "principal").add(amount(row, "interest"))))
                    .anyMatch(row -> amount(row, "interest").signum() > 0);
            assertThat(list(exchange.json(exchange.main(), LOANS, "type=BORROW&txId=" + any.get("txId"))
                            .get("rows")))
                    .containsExactly(any);
            assertThat(rows(exchange, LOANS, "type=BORROW&size=2&current=2&asset=USDT" + sinceStart))
                    .isEqualTo(borrowed.subList(2, 4));
            assertThat(rows(exchange, LOANS, "type=BORROW&size=100" + week)).isNotEmpty();
            assertThat(Exchange.code(exchange.signed(exchange.main(), LOANS, "type=BORROW" + sinceStart)))
                    .isEqualTo(-4047);
            List<JsonNode> all = new ArrayList<>(borrowed);
            all.addAll(repaid);
            assertThat(all.stream().map(row -> row.get("status").asText())).contains("CONFIRMED", "FAILED");
        }
    }

    @Test
    void chargesInterestByTheHourAndOnBorrowing_ofNinetyDays() {
        try (Exchange exchange = exchange(7, Exchange.day(20))) {
            List<JsonNode> rows = rows(exchange, INTEREST, "size=100");

            assertThat(rows)
                    .hasSize(100)
                    .isSortedAccordingTo((a, b) -> Long.compare(
                            b.get("interestAccuredTime").asLong(),
                            a.get("interestAccuredTime").asLong()));
            assertThat(rows.stream().map(row -> row.get("type").asText())).contains("PERIODIC", "ON_BORROW");
            assertThat(rows)
                    .allMatch(row -> !row.get("type").asText().equals("PERIODIC")
                            || row.get("interestAccuredTime").asLong() % 3_600_000 == 0)
                    .allMatch(row -> amount(row, "interest").signum() > 0 && row.has("rawAsset"));
            JsonNode pair = exchange.json(exchange.main(), INTEREST, "isolatedSymbol=BTCUSDT");
            assertThat(list(pair.get("rows")))
                    .hasSize(10)
                    .allMatch(row -> row.get("isolatedSymbol").asText().equals("BTCUSDT") && !row.has("rawAsset"));
            exchange.time.jumpTo(Exchange.day(95));
            String old = "startTime=" + Exchange.day(0).toEpochMilli() + "&endTime="
                    + Exchange.day(4).toEpochMilli();
            assertThat(rows(exchange, INTEREST, old)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void stampsSomeTransfersInSeconds_onlyIfTheSwitchSaysSo(long seed) {
        try (Exchange exchange = exchange(seed, Exchange.day(6))) {
            Switches switches = exchange.simulator.switches();
            List<JsonNode> rows = rows(exchange, TRANSFERS, "size=100");
            Set<String> facts = new TreeSet<>();
            Set<Long> ids = new TreeSet<>();
            rows.stream()
                    .filter(row -> row.get("status").asText().equals("CONFIRMED"))
                    .forEach(row -> {
                        facts.add(row.get("asset").asText() + row.get("amount") + seconds(row));
                        ids.add(row.get("txId").asLong());
                    });
            Set<String> own = new TreeSet<>();
            Set<Long> ownIds = new TreeSet<>();
            for (String type : List.of(
                    "MAIN_MARGIN",
                    "MARGIN_MAIN",
                    "MARGIN_ISOLATEDMARGIN&toSymbol=BTCUSDT",
                    "ISOLATEDMARGIN_MARGIN&fromSymbol=BTCUSDT")) {
                rows(exchange, "/sapi/v1/asset/transfer", "size=100&type=" + type).stream()
                        .filter(row -> row.get("status").asText().equals("CONFIRMED"))
                        .forEach(row -> {
                            own.add(row.get("asset").asText() + row.get("amount") + seconds(row));
                            ownIds.add(row.get("tranId").asLong());
                        });
            }

            assertThat(facts).isNotEmpty().isEqualTo(own);
            assertThat(ids.equals(ownIds)).isEqualTo(switches.transferIdsShared());
            assertThat(rows.stream().anyMatch(row -> row.get("timestamp").asLong() < 10_000_000_000L))
                    .isEqualTo(switches.wallets().marginTransfersInSeconds());
            assertThat(rows.stream().map(row -> row.get("type").asText())).contains("ROLL_IN");
            assertThat(rows(exchange, TRANSFERS, "type=ROLL_OUT&size=100"))
                    .allMatch(row -> row.get("transFrom").asText().equals("CROSS_MARGIN"));
            assertThat(rows(exchange, TRANSFERS, "isolatedSymbol=BTCUSDT&size=100"))
                    .isNotEmpty()
                    .allMatch(row -> row.has("fromSymbol") || row.has("toSymbol"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void addsUpToTheWallet_whereTheCapitalFlowIsSigned(long seed) {
        try (Exchange exchange = exchange(seed, Exchange.day(3))) {
            boolean signed = exchange.simulator.switches().wallets().capitalFlowSigned();
            for (String wallet : List.of("MARGIN", "ISOLATED_MARGIN:BTCUSDT")) {
                String symbol = wallet.equals("MARGIN") ? "" : "&symbol=BTCUSDT";
                List<JsonNode> flows = list(exchange.json(exchange.main(), FLOW, "limit=1000" + symbol));
                SortedMap<String, BigDecimal> sums = new TreeMap<>();
                flows.forEach(row -> sums.merge(row.get("asset").asText(), amount(row, "amount"), BigDecimal::add));
                sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
                sums.values().removeIf(sum -> sum.signum() == 0);
                SortedMap<String, BigDecimal> truth = new TreeMap<>();
                exchange.simulator
                        .truth()
                        .balances(exchange.main().uid(), wallet, exchange.simulator.exchangeTime())
                        .forEach((asset, held) -> truth.put(asset, held.stripTrailingZeros()));

                assertThat(flows).hasSizeGreaterThan(5);
                assertThat(sums.equals(truth)).isEqualTo(signed);
                assertThat(flows.stream().anyMatch(row -> amount(row, "amount").signum() < 0))
                        .isEqualTo(signed);
            }
        }
    }

    @Test
    void givesTheFlowFromAnIdOn_ascendingAndWithoutTheIdItself() {
        try (Exchange exchange = exchange(7, Exchange.day(3))) {
            List<JsonNode> newestFirst = list(exchange.json(exchange.main(), FLOW, "limit=1000"));
            List<JsonNode> oldestFirst = newestFirst.reversed();
            String fifth = oldestFirst.get(4).get("id").asText();

            assertThat(oldestFirst)
                    .isSortedAccordingTo((a, b) ->
                            Long.compare(a.get("id").asLong(), b.get("id").asLong()));
            assertThat(list(exchange.json(exchange.main(), FLOW, "limit=3&fromId=" + fifth)))
                    .isEqualTo(oldestFirst.subList(5, 8));
            assertThat(list(exchange.json(exchange.main(), FLOW, "fromId=0&limit=1000")))
                    .isEqualTo(oldestFirst);
            assertThat(list(exchange.json(exchange.main(), FLOW, "limit=2"))).isEqualTo(newestFirst.subList(0, 2));
            assertThat(list(exchange.json(exchange.main(), FLOW, "type=BORROW&limit=1000")))
                    .isNotEmpty()
                    .allMatch(row -> row.get("type").asText().equals("BORROW"));
        }
    }

    @Test
    void givesTradesOfADay_orFromAnIdOn() {
        try (Exchange exchange = exchange(7, Exchange.day(6))) {
            List<JsonNode> all =
                    list(exchange.json(exchange.main(), TRADES, "symbol=BTCUSDT&fromId=0&isIsolated=TRUE"));
            JsonNode third = all.get(2);
            long at = third.get("time").asLong();
            String isolated = "symbol=BTCUSDT&isIsolated=TRUE&";

            assertThat(all)
                    .hasSizeGreaterThan(10)
                    .isSortedAccordingTo((a, b) ->
                            Long.compare(a.get("id").asLong(), b.get("id").asLong()))
                    .allMatch(row -> row.get("isIsolated").asBoolean() && !row.has("quoteQty"));
            assertThat(list(exchange.json(exchange.main(), TRADES, isolated + "limit=2&fromId=" + third.get("id"))))
                    .isEqualTo(all.subList(2, 4));
            assertThat(list(exchange.json(exchange.main(), TRADES, isolated + "startTime=" + at)))
                    .contains(third)
                    .allMatch(row ->
                            row.get("time").asLong() >= at && row.get("time").asLong() < at + DAY_MS);
            long now = exchange.simulator.exchangeTime().toEpochMilli();
            assertThat(list(exchange.json(exchange.main(), TRADES, "symbol=BTCUSDT&isIsolated=true")))
                    .allMatch(row -> row.get("time").asLong() > now - DAY_MS);
            assertThat(list(exchange.json(exchange.main(), TRADES, "symbol=BTCUSDT&fromId=0")))
                    .doesNotContainAnyElementsOf(all);
        }
    }

    @Test
    void sellsForALoan_nowAndThen_andSaysSoInTheFlowAlone() {
        try (Exchange exchange = exchange(7, Exchange.day(25))) {
            int found = 0;
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                List<JsonNode> sold =
                        list(exchange.json(account, LIQUIDATIONS, "size=100").get("rows"));
                for (JsonNode row : sold) {
                    found++;
                    String at = "startTime=" + row.get("updatedTime") + "&endTime=" + row.get("updatedTime");
                    List<JsonNode> flows = list(exchange.json(account, FLOW, at));
                    assertThat(flows.stream().map(flow -> flow.get("type").asText()))
                            .contains("SELL_LIQUIDATION", "LIQUIDATION_FEE", "REPAY_LIQUIDATION");
                    assertThat(flows.stream().map(flow -> flow.get("tranId")).distinct())
                            .hasSize(1);
                    assertThat(list(exchange.json(account, LOANS, "type=REPAY&" + at)
                                    .get("rows")))
                            .isEmpty();
                }
            }
            assertThat(found).isPositive();
        }
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(Exchange.settings(seed).withActivities(MARGIN), folder, now);
    }

    private static long seconds(JsonNode row) {
        long stamp = row.get("timestamp").asLong();
        return stamp < 10_000_000_000L ? stamp : stamp / 1_000;
    }

    private static List<JsonNode> rows(Exchange exchange, String path, String query) {
        return list(exchange.json(exchange.main(), path, query).get("rows"));
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
