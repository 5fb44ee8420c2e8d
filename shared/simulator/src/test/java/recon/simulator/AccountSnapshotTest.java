package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The snapshots against the truth, and the manners of their endpoint. */
final class AccountSnapshotTest {
    private static final String PATH = "/sapi/v1/accountSnapshot";
    private static final Comparator<BigDecimal> BY_VALUE = BigDecimal::compareTo;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void showsTheTruthOfASecondBeforeMidnight_freeAndLockedApart(long seed) {
        try (Exchange exchange = new Exchange(Exchange.settings(seed), folder, Exchange.day(4))) {
            List<BigDecimal> locked = new ArrayList<>();
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                List<JsonNode> rows = rows(exchange, account, "type=SPOT");
                assertThat(rows)
                        .hasSizeBetween(5, 6)
                        .allMatch(row -> row.get("type").asText().equals("spot"));
                for (JsonNode row : rows) {
                    Instant at = Instant.ofEpochMilli(row.get("updateTime").asLong());
                    assertThat(at.toString()).endsWith("T23:59:59Z");
                    SortedMap<String, BigDecimal> held = new TreeMap<>();
                    for (JsonNode balance : row.get("data").get("balances")) {
                        locked.add(amount(balance, "locked"));
                        held.put(
                                balance.get("asset").asText(),
                                amount(balance, "free").add(amount(balance, "locked")));
                    }
                    SortedMap<String, BigDecimal> truth =
                            exchange.simulator.truth().balances(account.uid(), "SPOT", at);
                    assertThat(held.keySet()).isEqualTo(truth.keySet());
                    assertThat(held.values())
                            .usingElementComparator(BY_VALUE)
                            .containsExactlyElementsOf(truth.values());
                }
            }
            assertThat(locked).anyMatch(amount -> amount.signum() > 0);
        }
    }

    @Test
    void showsADay_onlySomeTimeAfterItHasEnded() {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, Exchange.day(2))) {
            Duration delay = exchange.simulator.switches().snapshotDelay();

            exchange.time.jumpTo(Exchange.day(2).plus(delay).minusSeconds(2));
            assertThat(days(exchange)).doesNotContain("2026-03-11").contains("2026-03-10");
            exchange.time.jumpTo(Exchange.day(2).plus(delay).plusSeconds(2));
            assertThat(days(exchange)).contains("2026-03-11", "2026-03-10");
        }
    }

    @Test
    void showsADayLater_whenItIsHeldBack() {
        try (Exchange exchange =
                new Exchange(Exchange.settings(7), folder, Exchange.day(2).plusSeconds(36_000))) {
            exchange.simulator.holdBackSnapshots(Exchange.FIRST_DAY.plusDays(1), Duration.ofHours(11));
            assertThat(days(exchange)).doesNotContain("2026-03-11").contains("2026-03-10");
            exchange.time.jumpTo(Exchange.day(2).plusSeconds(11 * 3_600 + 2));
            assertThat(days(exchange)).contains("2026-03-11");
        }
    }

    @Test
    void showsAMonth_andTheNewestWhereTheLimitCutsIt() {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, Exchange.day(40))) {
            long now = exchange.simulator.exchangeTime().toEpochMilli();
            String month = "&startTime=" + (now - 30 * 86_400_000L + 1) + "&endTime=" + now;

            assertThat(rows(exchange, exchange.main(), "type=SPOT")).hasSize(6);
            assertThat(rows(exchange, exchange.main(), "type=SPOT&limit=30" + month))
                    .hasSize(29);
            assertThat(rows(exchange, exchange.main(), "type=SPOT" + month))
                    .hasSize(7)
                    .anyMatch(row ->
                            row.get("updateTime").asLong() == Exchange.day(39).toEpochMilli() - 1_000);
            assertThat(rows(
                            exchange,
                            exchange.main(),
                            "type=SPOT&startTime=" + Exchange.day(2).toEpochMilli() + "&endTime="
                                    + Exchange.day(5).toEpochMilli()))
                    .as("older than a month")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "type=SPOT, 200, 200",
        "type=MARGIN, 200, 200",
        "type=COPPER, 200, -3026",
        "type=SPOT&startTime=1773446400000&endTime=1776038400000, 200, -7001",
        "type=SPOT&startTime=1773446400000&endTime=1776038399999, 200, 200",
        "type=SPOT&startTime=5&endTime=4, 200, -7001",
        "type=SPOT&limit=6, 400, -1130",
        "type=SPOT&limit=31, 400, -1130",
        "limit=7, 400, -1102"
    })
    void saysInsideTheBody_whatItThinksOfTheRequest(String query, int status, int code) {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            HttpResponse<String> response = exchange.signed(exchange.main(), PATH, query);
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(Exchange.code(response)).isEqualTo(code);
        }
    }

    @Test
    void costsAFifthOfItsOwnMinute_forAllAccountsTogether() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> response =
                        exchange.signed(exchange.simulator.accounts().get(i % 3), PATH, "type=SPOT");
                assertThat(response.headers().firstValue("X-SAPI-USED-IP-WEIGHT-1M"))
                        .hasValue(Integer.toString(2_400 * (i + 1)));
                assertThat(response.statusCode()).isEqualTo(200);
            }
            assertThat(exchange.signed(exchange.main(), PATH, "type=SPOT").statusCode())
                    .isEqualTo(429);
        }
    }

    private static List<String> days(Exchange exchange) {
        return rows(exchange, exchange.main(), "type=SPOT").stream()
                .map(row -> Instant.ofEpochMilli(row.get("updateTime").asLong())
                        .toString()
                        .substring(0, 10))
                .toList();
    }

    private static List<JsonNode> rows(Exchange exchange, SimulatedAccount account, String query) {
        List<JsonNode> rows = new ArrayList<>();
        exchange.json(account, PATH, query).get("snapshotVos").forEach(rows::add);
        return rows;
    }

    private static BigDecimal amount(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asText());
    }
}
