package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KlinesTest {
    private static final String PATH = "/api/v3/klines";
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    @Test
    void givesADayPerRow_whosePricesFollowEachOther() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            List<JsonNode> rows = rows(
                    exchange,
                    "symbol=BTCUSDT&interval=1d&startTime=" + Exchange.day(-3).toEpochMilli());

            assertThat(rows).hasSize(6);
            for (int i = 0; i < rows.size(); i++) {
                JsonNode row = rows.get(i);
                assertThat(row).hasSize(12);
                assertThat(row.get(0).asLong()).isEqualTo(Exchange.day(i - 3).toEpochMilli());
                assertThat(row.get(6).asLong()).isEqualTo(Exchange.day(i - 2).toEpochMilli() - 1);
                assertThat(row.get(4).isTextual()).isTrue();
                assertThat(price(row, 2)).isGreaterThanOrEqualTo(price(row, 1)).isGreaterThanOrEqualTo(price(row, 4));
                assertThat(price(row, 3)).isLessThanOrEqualTo(price(row, 1)).isLessThanOrEqualTo(price(row, 4));
                if (i > 0) {
                    // Noise of 0.08 % to either side of a line without jumps.
                    BigDecimal gap =
                            price(row, 1).subtract(price(rows.get(i - 1), 4)).abs();
                    assertThat(gap).isLessThan(price(row, 1).multiply(new BigDecimal("0.002")));
                }
            }
        }
    }

    /** A candle that is not complete is given as well: its last price is the present one. */
    @Test
    void changesTheCloseOfTheRunningDay_butNotThatOfAPastOne() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            String query = "symbol=BTCUSDT&interval=1d&limit=2";
            List<JsonNode> before = rows(exchange, query);
            exchange.time.pass(Duration.ofHours(5));
            List<JsonNode> after = rows(exchange, query);

            assertThat(before).hasSize(2);
            assertThat(after.getFirst()).isEqualTo(before.getFirst());
            assertThat(price(after.getLast(), 4)).isNotEqualByComparingTo(price(before.getLast(), 4));
            assertThat(after.getLast().get(0).asLong())
                    .isEqualTo(Exchange.day(2).toEpochMilli());
        }
    }

    @Test
    void hasNoRow_forADayWithoutListing() {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, Exchange.day(4))) {
            String gone = Exchange.parse(exchange.send("", "/api/v3/exchangeInfo", "symbolStatus=BREAK")
                            .body())
                    .get("symbols")
                    .get(0)
                    .get("symbol")
                    .asText();
            List<JsonNode> rows = rows(exchange, "symbol=" + gone + "&interval=1d");

            assertThat(rows).isNotEmpty();
            assertThat(rows.getLast().get(0).asLong())
                    .isLessThan(Exchange.day(1).toEpochMilli());
            assertThat(rows(
                            exchange,
                            "symbol=" + gone + "&interval=1d&startTime="
                                    + Exchange.day(2).toEpochMilli()))
                    .isEmpty();
        }
    }

    @Test
    void keepsToItsWindow_oldestFirstFromAStartAndNewestFirstChosenWithout() {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, Exchange.day(9))) {
            String all = "symbol=ETHUSDT&interval=1d";
            long from = Exchange.day(1).toEpochMilli();

            assertThat(opens(exchange, all + "&startTime=" + from + "&endTime=" + (from + 2 * DAY_MS - 1)))
                    .containsExactly(from, from + DAY_MS);
            assertThat(opens(exchange, all + "&startTime=" + (from + 1) + "&limit=1"))
                    .containsExactly(from + DAY_MS);
            assertThat(opens(exchange, all + "&endTime=" + (from + 1) + "&limit=2"))
                    .containsExactly(from - DAY_MS, from);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=BTCUSDT&interval=1d, 0",
        "symbol=NOSUCH&interval=1d, -1121",
        "symbol=BTCUSDT&interval=7q, -1120",
        "symbol=BTCUSDT, -1102",
        "interval=1d, -1102",
        "symbol=BTCUSDT&interval=1d&limit=1001, -1130",
        "symbol=BTCUSDT&interval=1d&fromId=1, -1104"
    })
    void refusesWithItsCode(String query, int code) {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            assertThat(Exchange.code(exchange.send("", PATH, query))).isEqualTo(code);
            assertThat(exchange.simulator
                            .counters()
                            .minutes("api:ip")
                            .lastEntry()
                            .getValue())
                    .isEqualTo(2);
        }
    }

    private static List<Long> opens(Exchange exchange, String query) {
        return rows(exchange, query).stream().map(row -> row.get(0).asLong()).toList();
    }

    private static List<JsonNode> rows(Exchange exchange, String query) {
        List<JsonNode> rows = new ArrayList<>();
        Exchange.parse(exchange.send("", PATH, query).body()).forEach(rows::add);
        return rows;
    }

    private static BigDecimal price(JsonNode row, int column) {
        return new BigDecimal(row.get(column).asText());
    }
}
