package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MyTradesTest {
    private static final String PATH = "/api/v3/myTrades";
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    private Exchange exchange;
    private List<JsonNode> all = List.of();

    @BeforeEach
    void open() {
        // One symbol only, so that it has several hundred trades.
        exchange = new Exchange(Exchange.settings(3).withSymbols(1).withTradesPerDay(380), folder, Exchange.day(4));
        all = rows("fromId=0&limit=1000");
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void hasEnoughRows_forTheTestsBelow() {
        assertThat(all).hasSizeBetween(501, 999);
    }

    @Test
    void givesRowsAscendingById_fromTheGivenIdOn() {
        long from = id(all.get(200));

        assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(id(a), id(b)));
        assertThat(rows("fromId=" + from + "&limit=3")).containsExactlyElementsOf(all.subList(200, 203));
        assertThat(rows("fromId=" + (id(all.getLast()) + 1))).isEmpty();
    }

    @Test
    void givesTheNewest500_whenNothingElseIsSaid() {
        assertThat(rows("")).containsExactlyElementsOf(all.subList(all.size() - 500, all.size()));
        assertThat(rows("limit=2")).containsExactlyElementsOf(all.subList(all.size() - 2, all.size()));
    }

    @Test
    void givesTheOldestOfARange_whenAStartIsGiven_andTheNewestWhenOnlyAnEndIs() {
        long start = time(all.get(100));
        long end = time(all.get(140));
        List<JsonNode> within = all.stream()
                .filter(row -> time(row) >= start && time(row) <= end)
                .toList();
        List<JsonNode> from = all.stream().filter(row -> time(row) >= start).toList();
        List<JsonNode> upTo = all.stream().filter(row -> time(row) <= end).toList();

        assertThat(rows("startTime=" + start + "&endTime=" + end)).containsExactlyElementsOf(within);
        assertThat(rows("startTime=" + start + "&limit=5")).containsExactlyElementsOf(from.subList(0, 5));
        assertThat(rows("endTime=" + end + "&limit=5"))
                .containsExactlyElementsOf(upTo.subList(upTo.size() - 5, upTo.size()));
    }

    @Test
    void givesAnOrdersRows_alsoFromAnIdOn() {
        long order = all.get(50).get("orderId").asLong();
        List<JsonNode> own =
                all.stream().filter(row -> row.get("orderId").asLong() == order).toList();

        assertThat(rows("orderId=" + order)).containsExactlyElementsOf(own);
        assertThat(rows("orderId=" + order + "&fromId=" + id(own.getLast()))).containsExactly(own.getLast());
    }

    @Test
    void costs20_or5ByOrder() {
        int before = used();
        exchange.signed(exchange.main(), PATH, "symbol=BTCUSDT");
        exchange.signed(exchange.main(), PATH, "symbol=BTCUSDT&orderId=1");

        assertThat(used() - before).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({
        "'', -1102",
        "symbol=NOSUCH, -1121",
        "symbol=BTCUSDT&limit=1001, -1130",
        "symbol=BTCUSDT&limit=0, -1130",
        "symbol=BTCUSDT&limit=x, -1100",
        "symbol=BTCUSDT&fromId=1&startTime=1, -1128",
        "symbol=BTCUSDT&fromId=1&endTime=1, -1128",
        "symbol=BTCUSDT&orderId=1&startTime=1, -1128",
        "symbol=BTCUSDT&orderId=1&startTime=1&endTime=2, -1128",
        "symbol=BTCUSDT&startTime=5&endTime=4, -1128",
        "symbol=BTCUSDT&startTime=1&endTime=86400002, -1127",
        "symbol=BTCUSDT&startTime=1&endTime=86400001, 0",
        "symbol=BTCUSDT&orderId=1&fromId=1, 0",
        "symbol=BTCUSDT&symbol=BTCUSDT, -1101"
    })
    void judgesTheCombination_ofParameters(String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), PATH, query))).isEqualTo(code);
    }

    @Test
    void showsASelfTradeTwice_withOneIdAndTwoOrders() {
        List<JsonNode> pair = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (id(all.get(i)) == id(all.get(i - 1))) {
                pair.add(all.get(i - 1));
                pair.add(all.get(i));
            }
        }

        assertThat(pair).isNotEmpty();
        assertThat(pair.get(0).get("orderId")).isNotEqualTo(pair.get(1).get("orderId"));
        assertThat(pair.get(0).get("isBuyer")).isNotEqualTo(pair.get(1).get("isBuyer"));
        assertThat(pair.get(0).get("qty")).isEqualTo(pair.get(1).get("qty"));
        // A page may end between the two: the second comes first on the page that begins with their id.
        assertThat(rows("fromId=" + id(pair.get(0)) + "&limit=1")).containsExactly(pair.get(0));
    }

    @Test
    void hasFillsOfOneMillisecond_andExactQuoteQuantities() {
        long crowded = all.stream()
                .filter(row ->
                        all.stream().filter(other -> time(other) == time(row)).count() >= 4)
                .count();

        assertThat(crowded).isPositive();
        assertThat(all)
                .allSatisfy(row -> assertThat(amount(row, "price").multiply(amount(row, "qty")))
                        .isEqualByComparingTo(amount(row, "quoteQty")));
    }

    @Test
    void knowsNothingOfWhatIsToCome_untilItsTime() {
        exchange.time.jumpTo(Exchange.day(2));
        long now = exchange.simulator.exchangeTime().toEpochMilli();

        assertThat(rows("fromId=0&limit=1000"))
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .allMatch(row -> time(row) < now + DAY_MS / 1_000);
        assertThat(rows("startTime=" + (now + 10_000))).isEmpty();
    }

    private int used() {
        return exchange.simulator.counters().minutes("api:ip").values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<JsonNode> rows(String query) {
        String rest = query.isEmpty() ? "" : "&" + query;
        List<JsonNode> rows = new ArrayList<>();
        exchange.json(exchange.main(), PATH, "symbol=BTCUSDT" + rest).forEach(rows::add);
        return rows;
    }

    private static long id(JsonNode row) {
        return row.get("id").asLong();
    }

    private static long time(JsonNode row) {
        return row.get("time").asLong();
    }

    private static BigDecimal amount(JsonNode row, String field) {
        assertThat(row.get(field).isTextual()).isTrue();
        return new BigDecimal(row.get(field).asText());
    }
}
