package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.Contracts.list;
import static recon.simulator.Contracts.plain;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.PositionSide;
import recon.simulator.futures.PositionTruth;

/** Positions in both modes, funding, forced closings and the end of a contract, against fills and truth. */
final class FuturesPositionsTest {
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void showsWhatTheFillsAddUpTo_andWhatTheTruthSays(long seed) {
        try (Exchange exchange = exchange(seed, Exchange.day(1).plusSeconds(4_000))) {
            Set<Boolean> modes = new TreeSet<>();
            for (int hours : new int[] {0, 9, 31, 50}) {
                exchange.jumpTo(Exchange.day(1).plusSeconds(4_000 + hours * 3_600L));
                for (SimulatedAccount account : exchange.simulator.accounts()) {
                    Instant now = exchange.simulator.exchangeTime();
                    List<JsonNode> shown = list(exchange.json(account, "/fapi/v3/positionRisk", ""));
                    boolean hedged = exchange.json(account, "/fapi/v1/positionSide/dual", "")
                            .get("dualSidePosition")
                            .asBoolean();
                    modes.add(hedged);
                    SortedMap<String, BigDecimal> risk = new TreeMap<>();
                    shown.forEach(row -> add(
                            risk,
                            row.get("symbol").asText() + row.get("positionSide").asText(),
                            amount(row, "positionAmt")));
                    SortedMap<String, BigDecimal> fills = new TreeMap<>();
                    exchange.simulator
                            .truth()
                            .contractFills(account.uid(), Exchange.day(-200), now)
                            .forEach(row -> add(fills, row.symbol() + row.side(), signed(row)));
                    SortedMap<String, BigDecimal> truth = new TreeMap<>();
                    exchange.simulator
                            .truth()
                            .positions(account.uid(), now)
                            .forEach(life -> add(
                                    truth,
                                    life.symbol() + life.side(),
                                    life.bought() ? life.open() : life.open().negate()));

                    assertThat(risk).isEqualTo(fills).isEqualTo(truth);
                    assertThat(shown)
                            .allMatch(row ->
                                    hedged != row.get("positionSide").asText().equals("BOTH"));
                }
            }
            assertThat(modes).containsExactly(false, true);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void chargesWhatRateAndMarkPriceSay_inOneRowOrInTwo(boolean net) {
        long seed = 0;
        while (FuturesSwitches.drawnBy(seed).hedgeFundingIsNet() != net) {
            seed++;
        }
        try (Exchange exchange = exchange(seed, Exchange.day(3))) {
            Map<String, JsonNode> rates = list(Exchange.parse(exchange.send(
                                    "",
                                    "/fapi/v1/fundingRate",
                                    "limit=1000&startTime=" + Exchange.day(-3).toEpochMilli())
                            .body()))
                    .stream()
                    .collect(Collectors.toMap(row -> row.get("symbol").asText() + row.get("fundingTime"), row -> row));
            int most = 0;
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                Truth truth = exchange.simulator.truth();
                List<ContractFill> fills =
                        truth.contractFills(account.uid(), Exchange.day(-200), exchange.simulator.exchangeTime());
                Map<String, List<JsonNode>> rows = Income.all(exchange, account, "incomeType=FUNDING_FEE&").stream()
                        .collect(Collectors.groupingBy(row -> row.get("symbol").asText() + row.get("time")));
                for (List<JsonNode> charged : rows.values()) {
                    JsonNode first = charged.getFirst();
                    JsonNode rate = rates.get(first.get("symbol").asText() + first.get("time"));
                    most = Math.max(most, charged.size());
                    BigDecimal fee =
                            charged.stream().map(row -> amount(row, "income")).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(plain(fee))
                            .isIn(
                                    fee(fills, first, rate, 0),
                                    // opened after the hour, and charged all the same
                                    fee(fills, first, rate, 60_000));
                }
            }
            assertThat(most).isEqualTo(net ? 1 : 2);
        }
    }

    @Test
    void closesByForce_withItsOwnNames_andTakesTheClearanceSoonAfter() {
        Set<String> types = new TreeSet<>();
        for (long seed = 1; types.size() < 2; seed++) {
            try (Exchange exchange = exchange(seed, Exchange.day(3))) {
                for (SimulatedAccount account : exchange.simulator.accounts()) {
                    List<JsonNode> forced = list(exchange.json(
                            account,
                            "/fapi/v1/forceOrders",
                            "limit=100&startTime=" + Exchange.day(-3).toEpochMilli()));
                    List<JsonNode> cleared = Income.all(exchange, account, "incomeType=INSURANCE_CLEAR&");
                    for (JsonNode order : forced) {
                        boolean liquidated = order.get("clientOrderId").asText().startsWith("autoclose-");
                        types.add(liquidated ? "LIQUIDATION" : "ADL");
                        if (!liquidated) {
                            assertThat(order.get("clientOrderId").asText()).isEqualTo("adl_autoclose");
                        }
                        assertThat(
                                        exchange.json(
                                                account,
                                                Contracts.TRADES,
                                                "symbol="
                                                        + Contracts.encoded(order.get("symbol")
                                                                .asText()) + "&orderId=" + order.get("orderId")))
                                .isNotEmpty();
                        assertThat(cleared.stream()
                                        .filter(row -> row.get("symbol").equals(order.get("symbol")))
                                        .filter(row -> row.get("time").asLong()
                                                        >= order.get("time").asLong()
                                                && row.get("time").asLong()
                                                        < order.get("time").asLong() + 2_000))
                                .hasSize(liquidated ? 1 : 0)
                                .allMatch(row -> amount(row, "income").signum() < 0);
                    }
                }
            }
        }
    }

    @Test
    void endsAContract_andWhatIsOpenInIt() {
        try (Exchange exchange = exchange(2, Exchange.day(5))) {
            List<PositionTruth> settled = new ArrayList<>();
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                exchange.simulator.truth().positions(account.uid(), Exchange.day(5)).stream()
                        .filter(life -> life.symbol().equals("LTCUSDT"))
                        .forEach(life -> {
                            assertThat(life.closed()).isPresent();
                            if (life.flags().stream()
                                    .anyMatch(flag -> flag.name().equals("SETTLED"))) {
                                settled.add(life);
                            }
                        });
            }
            assertThat(settled)
                    .isNotEmpty()
                    .allSatisfy(life -> assertThat(life.closed().orElseThrow().toEpochMilli() % DAY_MS)
                            .isEqualTo(9 * 3_600_000));
            JsonNode info = Exchange.parse(
                    exchange.send("", "/fapi/v1/exchangeInfo", "").body());
            assertThat(list(info.get("symbols")).stream()
                            .filter(row -> row.get("symbol").asText().equals("LTCUSDT"))
                            .map(row -> row.get("status").asText()))
                    .containsExactly("CLOSE");
            assertThat(Exchange.parse(exchange.send("", "/fapi/v1/klines", "symbol=LTCUSDT&interval=1m&limit=5")
                            .body()))
                    .isEmpty();
        }
    }

    @Test
    void hasAPriceForEveryMinute_andARateEveryEightHours_outsideThePool() {
        try (Exchange exchange = exchange(7, Exchange.day(1).plusSeconds(1_000))) {
            long from = Exchange.day(0).toEpochMilli();
            List<JsonNode> minutes = list(Exchange.parse(
                    exchange.send("", "/fapi/v1/klines", "symbol=BNBUSDT&interval=1m&limit=3&startTime=" + (from - 5))
                            .body()));
            List<JsonNode> newest =
                    list(Exchange.parse(exchange.send("", "/fapi/v1/klines", "symbol=BNBUSDT&interval=1m&limit=3")
                            .body()));
            var rates = exchange.send("", "/fapi/v1/fundingRate", "symbol=BNBUSDT&startTime=" + from);

            assertThat(minutes.stream().map(row -> row.get(0).asLong()))
                    .containsExactly(from, from + 60_000, from + 120_000);
            assertThat(newest.getLast().get(0).asLong())
                    .isEqualTo(exchange.simulator.exchangeTime().toEpochMilli() / 60_000 * 60_000);
            assertThat(minutes)
                    .allMatch(row -> new BigDecimal(row.get(2).asText())
                                            .compareTo(new BigDecimal(row.get(1).asText()))
                                    >= 0
                            && new BigDecimal(row.get(3).asText())
                                            .compareTo(new BigDecimal(row.get(4).asText()))
                                    <= 0);
            assertThat(list(Exchange.parse(rates.body())).stream()
                            .map(row -> row.get("fundingTime").asLong()))
                    .containsExactly(from, from + DAY_MS / 3, from + 2 * DAY_MS / 3, from + DAY_MS);
            assertThat(rates.headers().firstValue("X-MBX-USED-WEIGHT-1M")).isEmpty();
            assertThat(exchange.simulator.counters().minutes("fapi:funding:ip")).containsValue(1);
            assertThat(exchange.simulator.counters().limit("fapi:funding:ip")).isEqualTo(500);
        }
    }

    @Test
    void saysOnWhatTermsContractsAreTraded() {
        try (Exchange exchange = exchange(7, Exchange.day(1))) {
            List<JsonNode> terms = list(exchange.json(exchange.main(), "/fapi/v1/symbolConfig", ""));
            List<JsonNode> brackets = list(exchange.json(exchange.main(), "/fapi/v1/leverageBracket", ""));

            assertThat(terms).hasSize(7).hasSameSizeAs(brackets).allSatisfy(row -> {
                assertThat(row.get("leverage").asInt()).isBetween(1, 20);
                assertThat(row.get("marginType").asText()).isIn("CROSSED", "ISOLATED");
            });
            assertThat(exchange.json(exchange.main(), "/fapi/v1/symbolConfig", "symbol=BTCUSDT"))
                    .containsExactly(terms.getFirst());
            assertThat(exchange.json(exchange.main(), "/fapi/v1/leverageBracket", "symbol=BTCUSDT"))
                    .as("an object for one contract, an array for all")
                    .isEqualTo(brackets.getFirst());
        }
    }

    @Test
    void givesTheSameBytes_fromTheSameSeed() {
        assertThat(bodies(3, "a")).isEqualTo(bodies(3, "b"));
        assertThat(bodies(4, "c")).isNotEqualTo(bodies(3, "d"));
    }

    private List<String> bodies(long seed, String name) {
        List<String> bodies = new ArrayList<>();
        try (Exchange exchange = new Exchange(settings(seed), folder.resolve(name), Exchange.day(2))) {
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                for (String path : List.of("allOrders", "income", "openOrders", "openAlgoOrders", "forceOrders")) {
                    bodies.add(exchange.signed(account, "/fapi/v1/" + path, "").body());
                }
                bodies.add(exchange.signed(account, Contracts.TRADES, "symbol=BTCUSDT")
                        .body());
                bodies.add(exchange.simulator
                        .truth()
                        .positions(account.uid(), Exchange.day(2))
                        .toString());
            }
        }
        return bodies;
    }

    /** What funding comes to for all that was bought and sold until so long after the hour, each side by itself. */
    private static String fee(List<ContractFill> fills, JsonNode row, JsonNode rate, long afterMs) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PositionSide side : PositionSide.values()) {
            BigDecimal held = fills.stream()
                    .filter(fill -> fill.side() == side
                            && fill.symbol().equals(row.get("symbol").asText()))
                    .filter(fill -> fill.time() < row.get("time").asLong() + afterMs)
                    .map(FuturesPositionsTest::signed)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            sum = sum.add(held.multiply(amount(rate, "markPrice"))
                    .multiply(amount(rate, "fundingRate"))
                    .negate()
                    .setScale(8, RoundingMode.HALF_EVEN));
        }
        return plain(sum);
    }

    private static BigDecimal signed(ContractFill row) {
        return row.buyer() ? row.qty() : row.qty().negate();
    }

    private static void add(SortedMap<String, BigDecimal> sums, String name, BigDecimal amount) {
        BigDecimal sum = sums.getOrDefault(name, BigDecimal.ZERO).add(amount).stripTrailingZeros();
        if (sum.signum() == 0) {
            sums.remove(name);
        } else {
            sums.put(name, sum);
        }
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(settings(seed), folder.resolve("seed " + seed), now);
    }

    private static SimulatorSettings settings(long seed) {
        return Exchange.settings(seed).withTradesPerDay(5).withActivities(Set.of(Activity.FUTURES));
    }
}
