package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Income against the wallet, and the manners of the futures host. */
final class FuturesTest {
    private static final Set<Activity> FUTURES = Set.of(Activity.FUTURES);

    @TempDir
    private Path folder;

    @Test
    void givesIncomeAscending_theOldestWhereTheLimitCuts_bothEndsIncluded() {
        try (Exchange exchange = exchange(7, Exchange.day(12))) {
            List<JsonNode> all = Income.all(exchange, exchange.main(), "");
            List<JsonNode> week = list(exchange.json(exchange.main(), Income.PATH, ""));
            long now = exchange.simulator.exchangeTime().toEpochMilli();
            JsonNode fifth = all.get(4);
            JsonNode tenth = all.get(9);
            long from = fifth.get("time").asLong();
            long to = tenth.get("time").asLong();

            assertThat(all)
                    .hasSizeGreaterThan(250)
                    .isSortedAccordingTo((a, b) ->
                            Long.compare(a.get("time").asLong(), b.get("time").asLong()));
            assertThat(week).hasSize(100).allMatch(row -> row.get("time").asLong() >= now - 7 * 86_400_000L - 1_000);
            assertThat(all).containsSequence(week);
            assertThat(list(exchange.json(exchange.main(), Income.PATH, "startTime=" + from + "&endTime=" + to)))
                    .containsSequence(all.subList(4, 10))
                    .allMatch(row ->
                            row.get("time").asLong() >= from && row.get("time").asLong() <= to);
            assertThat(list(exchange.json(
                            exchange.main(), Income.PATH, "page=2&limit=3&startTime=" + from + "&endTime=" + to)))
                    .as("no pages")
                    .isEqualTo(list(exchange.json(
                            exchange.main(), Income.PATH, "limit=3&startTime=" + from + "&endTime=" + to)));
        }
    }

    @Test
    void namesTheFill_thatCommissionAndProfitBelongTo() {
        try (Exchange exchange = exchange(7, Exchange.day(8))) {
            List<JsonNode> all = Income.all(exchange, exchange.main(), "");
            Map<String, List<JsonNode>> byType = all.stream()
                    .collect(Collectors.groupingBy(row -> row.get("incomeType").asText()));
            Set<String> fills = new TreeSet<>();
            byType.get("COMMISSION").forEach(row -> fills.add(fill(row)));

            assertThat(byType).containsOnlyKeys("TRANSFER", "COMMISSION", "REALIZED_PNL", "FUNDING_FEE");
            assertThat(byType.get("COMMISSION"))
                    .allMatch(row -> amount(row, "income").signum() < 0);
            assertThat(byType.get("COMMISSION").stream()
                            .map(row -> row.get("asset").asText()))
                    .contains("USDT", "BNB");
            assertThat(fills).hasSize(byType.get("COMMISSION").size());
            assertThat(byType.get("REALIZED_PNL"))
                    .allMatch(row -> fills.contains(fill(row)))
                    .anyMatch(row -> amount(row, "income").signum() > 0)
                    .anyMatch(row -> amount(row, "income").signum() < 0);
            assertThat(byType.get("TRANSFER"))
                    .allMatch(row -> row.get("symbol").asText().isEmpty()
                            && row.get("tradeId").asText().isEmpty());
            byType.values()
                    .forEach(rows -> assertThat(
                                    rows.stream().map(row -> row.get("tranId")).distinct())
                            .hasSize(rows.size()));
            assertThat(list(exchange.json(exchange.main(), Income.PATH, "incomeType=TRANSFER&startTime=0")))
                    .isEqualTo(byType.get("TRANSFER"));
            assertThat(list(exchange.json(exchange.main(), Income.PATH, "symbol=BTCUSDT&startTime=0")))
                    .isNotEmpty()
                    .allMatch(row -> row.get("symbol").asText().equals("BTCUSDT"));
        }
    }

    @Test
    void paysFundingOnTheHour_forSeveralContractsInOneMillisecond() {
        try (Exchange exchange = exchange(7, Exchange.day(8))) {
            Map<Long, List<JsonNode>> byTime = Income.all(exchange, exchange.main(), "incomeType=FUNDING_FEE&").stream()
                    .collect(Collectors.groupingBy(row -> row.get("time").asLong()));

            assertThat(byTime.keySet()).isNotEmpty().allMatch(time -> time % (8 * 3_600_000) == 0);
            assertThat(byTime.values())
                    .anyMatch(rows -> rows.size() > 2)
                    .allSatisfy(rows -> assertThat(
                                    rows.stream().map(row -> row.get("symbol")).distinct())
                            .hasSize(rows.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void showsOwnTransfersAsIncome_underTheSameIdOnlyIfTheSwitchSaysSo(long seed) {
        try (Exchange exchange = exchange(seed, Exchange.day(3))) {
            Set<Long> own = new TreeSet<>();
            Set<String> facts = new TreeSet<>();
            for (String type : List.of("MAIN_UMFUTURE", "UMFUTURE_MAIN")) {
                exchange.json(exchange.main(), "/sapi/v1/asset/transfer", "size=100&type=" + type)
                        .get("rows")
                        .forEach(row -> {
                            if (!row.get("status").asText().equals("FAILED")) {
                                own.add(row.get("tranId").asLong());
                                BigDecimal sign = BigDecimal.valueOf(type.startsWith("MAIN") ? 1 : -1);
                                facts.add(row.get("timestamp")
                                        + row.get("asset").asText()
                                        + amount(row, "amount").multiply(sign).stripTrailingZeros());
                            }
                        });
            }
            List<JsonNode> income = Income.all(exchange, exchange.main(), "incomeType=TRANSFER&");

            Set<Long> ids = new TreeSet<>();
            Set<String> shown = new TreeSet<>();
            for (JsonNode row : income) {
                ids.add(row.get("tranId").asLong());
                shown.add(row.get("time")
                        + row.get("asset").asText()
                        + amount(row, "income").stripTrailingZeros());
            }
            assertThat(shown).isNotEmpty().isEqualTo(facts);
            if (exchange.simulator.switches().transferIdsShared()) {
                assertThat(ids).isEqualTo(own);
            } else {
                assertThat(ids).doesNotContainAnyElementsOf(own);
            }
        }
    }

    @Test
    void hasTheWalletAndItsPositions_inEveryView() {
        try (Exchange exchange = exchange(7, Exchange.day(4).plusSeconds(7_000))) {
            exchange.simulator.accounts().forEach(account -> {
                JsonNode whole = exchange.json(account, "/fapi/v3/account", "");
                List<JsonNode> balance = list(exchange.json(account, "/fapi/v3/balance", ""));
                List<JsonNode> risk = list(exchange.json(account, "/fapi/v3/positionRisk", ""));
                SortedMap<String, BigDecimal> truth = exchange.simulator
                        .truth()
                        .balances(account.uid(), "FUTURES", exchange.simulator.exchangeTime());

                assertThat(truth).containsKeys("USDT");
                assertThat(balance)
                        .hasSize(4)
                        .allSatisfy(row -> assertThat(amount(row, "balance"))
                                .isEqualByComparingTo(
                                        truth.getOrDefault(row.get("asset").asText(), BigDecimal.ZERO)));
                assertThat(list(whole.get("assets")))
                        .allSatisfy(row -> assertThat(amount(row, "walletBalance"))
                                .isEqualByComparingTo(
                                        truth.getOrDefault(row.get("asset").asText(), BigDecimal.ZERO)));
                assertThat(amount(whole, "totalWalletBalance")).isEqualByComparingTo(truth.get("USDT"));
                assertThat(amount(whole, "totalUnrealizedProfit"))
                        .isEqualByComparingTo(list(whole.get("positions")).stream()
                                .map(row -> amount(row, "unrealizedProfit"))
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
                assertThat(risk)
                        .allSatisfy(row -> assertThat(amount(row, "unRealizedProfit"))
                                .isEqualByComparingTo(amount(row, "markPrice")
                                        .subtract(amount(row, "entryPrice"))
                                        .multiply(amount(row, "positionAmt"))
                                        .setScale(8, RoundingMode.HALF_EVEN)));
                assertThat(risk.stream().map(row -> row.get("symbol").asText() + row.get("positionAmt")))
                        .isNotEmpty()
                        .containsExactlyElementsOf(list(whole.get("positions")).stream()
                                .map(row -> row.get("symbol").asText() + row.get("positionAmt"))
                                .toList());
            });
        }
    }

    @Test
    void showsFundingLate_whereTheSwitchSaysSo() {
        long seed = 1;
        while (WalletSwitches.drawnBy(seed).fundingEffectDelay().toSeconds() < 5) {
            seed++;
        }
        try (Exchange exchange = exchange(seed, Exchange.day(4).plusMillis(1_000))) {
            Truth truth = exchange.simulator.truth();
            List<SimulatedAccount> paid = exchange.simulator.accounts().stream()
                    .filter(account -> truth.movedAssets(
                                    account.uid(),
                                    "FUTURES",
                                    Exchange.day(4),
                                    Exchange.day(4).plusMillis(1))
                            .contains("USDT"))
                    .toList();
            assertThat(paid).isNotEmpty().allSatisfy(account -> {
                exchange.jumpTo(Exchange.day(4).plusMillis(1_000));
                assertThat(dollars(exchange, account))
                        .isEqualByComparingTo(truth.balance(account.uid(), "FUTURES", "USDT", Exchange.day(4)));
                exchange.jumpTo(Exchange.day(4).plusSeconds(56));
                Instant now = exchange.simulator.exchangeTime();
                assertThat(dollars(exchange, account))
                        .isEqualByComparingTo(truth.balance(account.uid(), "FUTURES", "USDT", now));
            });
        }
    }

    @Test
    void showsSnapshotsOfTheWallet_asItWasASecondBeforeMidnight() {
        try (Exchange exchange = exchange(7, Exchange.day(4))) {
            List<JsonNode> rows = list(exchange.json(exchange.main(), "/sapi/v1/accountSnapshot", "type=FUTURES")
                    .get("snapshotVos"));

            assertThat(rows).hasSizeGreaterThan(4).allSatisfy(row -> {
                SortedMap<String, BigDecimal> shown = new TreeMap<>();
                row.get("data")
                        .get("assets")
                        .forEach(asset -> shown.put(
                                asset.get("asset").asText(),
                                amount(asset, "walletBalance").stripTrailingZeros()));
                SortedMap<String, BigDecimal> truth = new TreeMap<>();
                exchange.simulator
                        .truth()
                        .balances(
                                exchange.main().uid(),
                                "FUTURES",
                                Instant.ofEpochMilli(row.get("updateTime").asLong()))
                        .forEach((asset, held) -> truth.put(asset, held.stripTrailingZeros()));
                assertThat(shown).isEqualTo(truth);
                assertThat(row.get("type").asText()).isEqualTo("futures");
            });
            assertThat(rows).anyMatch(row -> !row.get("data").get("position").isEmpty());
        }
    }

    @Test
    void drawsOnAPoolOfItsOwn_andIsBannedByItself() {
        try (Exchange exchange = exchange(7, Exchange.day(4).plusSeconds(3))) {
            for (int i = 1; i <= 80; i++) {
                HttpResponse<String> response = exchange.signed(exchange.main(), Income.PATH, "limit=1");
                assertThat(response.headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                        .hasValue(Integer.toString(30 * i));
            }
            assertThat(exchange.send("", "/fapi/v1/time", "").statusCode()).isEqualTo(429);
            for (int i = 0; i < 20; i++) {
                exchange.send("", "/fapi/v1/time", "");
            }
            assertThat(exchange.send("", "/fapi/v1/time", "").statusCode()).isEqualTo(418);
            assertThat(exchange.send("", "/api/v3/time", "").statusCode()).isEqualTo(200);
            assertThat(exchange.simulator.counters().limit("fapi:ip")).isEqualTo(2_400);
        }
    }

    @Test
    void forgetsIncome_afterThreeMonths() {
        try (Exchange exchange = exchange(7, Exchange.day(100))) {
            JsonNode oldest = exchange.json(exchange.main(), Income.PATH, "startTime=0&limit=1");
            assertThat(oldest.get(0).get("time").asLong())
                    .isGreaterThan(Exchange.day(9).toEpochMilli());
        }
    }

    @Test
    void listsContracts_limitsAndTheTime() {
        try (Exchange exchange = exchange(7, Exchange.day(1))) {
            JsonNode info = Exchange.parse(
                    exchange.send("", "/fapi/v1/exchangeInfo", "").body());
            JsonNode time =
                    Exchange.parse(exchange.send("", "/fapi/v1/time", "").body());

            assertThat(info.get("rateLimits").get(0).get("limit").asInt()).isEqualTo(2_400);
            assertThat(list(info.get("symbols")).stream()
                            .map(row -> row.get("symbol").asText()))
                    .contains("BTCUSDT", "币安人生USDT");
            assertThat(list(info.get("symbols")))
                    .allMatch(row -> row.get("marginAsset").asText().equals("USDT"));
            assertThat(time.get("serverTime").asLong())
                    .isBetween(
                            Exchange.day(1).toEpochMilli(),
                            exchange.simulator.exchangeTime().toEpochMilli());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/fapi/v1/income, limit=1001, -1130",
        "/fapi/v1/income, limit=0, -1130",
        "/fapi/v1/income, symbol=NOTHING, -1121",
        "/fapi/v1/income, incomeType=LUCK, -1130",
        "/fapi/v1/income, startTime=5&endTime=4, -1130",
        "/fapi/v1/income, startTime=x, -1100",
        "/fapi/v3/positionRisk, symbol=NOTHING, -1121"
    })
    void refusesWhatIsWrong(String path, String query, int code) {
        try (Exchange exchange = exchange(7, Exchange.day(1))) {
            assertThat(Exchange.code(exchange.signed(exchange.main(), path, query)))
                    .isEqualTo(code);
            assertThat(exchange.send("", path, query).statusCode()).isEqualTo(401);
        }
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(Exchange.settings(seed).withActivities(FUTURES), folder, now);
    }

    private static BigDecimal dollars(Exchange exchange, SimulatedAccount account) {
        return amount(exchange.json(account, "/fapi/v3/balance", "").get(0), "balance");
    }

    private static String fill(JsonNode row) {
        return row.get("symbol").asText() + row.get("tradeId").asText() + row.get("tranId");
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
