package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manners of income and of the futures host. */
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
            Set<String> charged = new TreeSet<>();
            exchange.simulator
                    .truth()
                    .contractFills(exchange.main().uid(), Exchange.day(-3), exchange.simulator.exchangeTime())
                    .forEach(row -> {
                        fills.add(row.symbol() + row.id());
                        if (row.commission().signum() != 0) {
                            charged.add(row.symbol() + row.id());
                        }
                    });

            assertThat(byType.keySet())
                    .contains("TRANSFER", "COMMISSION", "REALIZED_PNL", "FUNDING_FEE")
                    .isSubsetOf(
                            "TRANSFER",
                            "COMMISSION",
                            "REALIZED_PNL",
                            "FUNDING_FEE",
                            "INSURANCE_CLEAR",
                            "REFERRAL_KICKBACK");
            assertThat(byType.get("COMMISSION").stream()
                            .map(row -> row.get("asset").asText()))
                    .contains("USDT", "BNB");
            assertThat(byType.get("COMMISSION").stream().map(FuturesTest::fill))
                    .as("one for each fill that costs or brings something")
                    .containsExactlyInAnyOrderElementsOf(charged)
                    .hasSizeLessThan(fills.size());
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
    void showsTransfersAsIncome_underTheSameIdOnlyIfTheSwitchSaysSo(long seed) {
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
            exchange.json(exchange.main(), "/sapi/v1/sub-account/universalTransfer", "toEmail=main@example.com")
                    .get("result")
                    .forEach(row -> {
                        if (row.get("toAccountType").asText().equals("USDT_FUTURE")
                                && row.get("status").asText().equals("SUCCESS")) {
                            own.add(row.get("tranId").asLong());
                            facts.add(row.get("createTimeStamp")
                                    + row.get("asset").asText()
                                    + amount(row, "amount").stripTrailingZeros());
                        }
                    });
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

    private static String fill(JsonNode row) {
        return row.get("symbol").asText() + row.get("tradeId").asText();
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
