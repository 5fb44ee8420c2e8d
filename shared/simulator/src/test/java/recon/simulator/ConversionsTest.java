package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manners of convert, dust and dividends. */
final class ConversionsTest {
    private static final String CONVERT = "/sapi/v1/convert/tradeFlow";
    private static final String DUST = "/sapi/v1/asset/dribblet";
    private static final String DIVIDENDS = "/sapi/v1/asset/assetDividend";
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = new Exchange(
                Exchange.settings(11).withActivities(Set.of(Activity.CONVERSIONS)), folder, Exchange.day(25));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void givesConversionsAscending_andSaysWhetherThereIsMore() {
        long now = exchange.simulator.exchangeTime().toEpochMilli();
        String month = "startTime=" + (now - 30 * DAY_MS) + "&endTime=" + now;
        HttpResponse<String> response = exchange.signed(exchange.main(), CONVERT, month);
        JsonNode all = Exchange.parse(response.body());
        List<JsonNode> rows = list(all.get("list"));

        assertThat(response.headers().firstValue("X-SAPI-USED-UID-WEIGHT-1M")).hasValue("3000");
        assertThat(rows)
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        a.get("createTime").asLong(), b.get("createTime").asLong()));
        assertThat(all.get("moreData").asBoolean()).isFalse();
        assertThat(rows).allMatch(row -> row.get("orderId").asLong() > 1L << 53);
        assertThat(rows.stream().map(row -> row.get("orderStatus").asText())).contains("SUCCESS", "FAIL");
        JsonNode cut = exchange.json(exchange.main(), CONVERT, month + "&limit=4");
        assertThat(list(cut.get("list"))).isEqualTo(rows.subList(0, 4));
        assertThat(cut.get("moreData").asBoolean()).isTrue();
        assertThat(cut.get("limit").asInt()).isEqualTo(4);
        long exact = rows.size();
        assertThat(exchange.json(exchange.main(), CONVERT, month + "&limit=" + exact)
                        .get("moreData")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/sapi/v1/convert/tradeFlow, startTime=5, -1102",
        "/sapi/v1/convert/tradeFlow, endTime=5, -1102",
        "/sapi/v1/convert/tradeFlow, startTime=0&endTime=2592000001, -1127",
        "/sapi/v1/convert/tradeFlow, startTime=0&endTime=2592000000, 0",
        "/sapi/v1/convert/tradeFlow, startTime=5&endTime=4, -1127",
        "/sapi/v1/convert/tradeFlow, startTime=0&endTime=9&limit=1001, -1130",
        "/sapi/v1/asset/dribblet, accountType=GOLD, -1130",
        "/sapi/v1/asset/dribblet, startTime=x, -1100",
        "/sapi/v1/asset/assetDividend, limit=501, -1130",
        "/sapi/v1/asset/assetDividend, startTime=0&endTime=15552000000, 0",
        "/sapi/v1/asset/assetDividend, startTime=0&endTime=15552000001, -7001"
    })
    void takesAWindow_thatIsNotLongerThanTheLongest(String path, String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), path, query))).isEqualTo(code);
    }

    @Test
    void givesSweptDust_withTotalsThatMatchTheDetails() {
        JsonNode answer = exchange.json(exchange.main(), DUST, "");
        List<JsonNode> rows = list(answer.get("userAssetDribblets"));
        List<JsonNode> details = rows.stream()
                .flatMap(row -> list(row.get("userAssetDribbletDetails")).stream())
                .toList();

        assertThat(answer.get("total").asInt()).isEqualTo(rows.size()).isGreaterThan(5);
        assertThat(rows)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        b.get("operateTime").asLong(), a.get("operateTime").asLong()));
        assertThat(rows).anyMatch(row -> row.get("userAssetDribbletDetails").size() > 1);
        assertThat(rows).allSatisfy(row -> {
            assertThat(list(row.get("userAssetDribbletDetails")).stream()
                            .map(detail -> IndependentBooks.amount(detail, "transferedAmount"))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(IndependentBooks.amount(row, "totalTransferedAmount"));
            assertThat(list(row.get("userAssetDribbletDetails")))
                    .allMatch(detail -> detail.get("transId").equals(row.get("transId")));
        });
        assertThat(details.stream().map(detail -> detail.has("targetAsset"))).contains(true, false);
        assertThat(exchange.json(exchange.main(), DUST, "accountType=MARGIN").get("userAssetDribblets"))
                .isEmpty();
        String newest = "startTime=" + rows.getFirst().get("operateTime");
        assertThat(list(exchange.json(exchange.main(), DUST, newest).get("userAssetDribblets")))
                .containsExactly(rows.getFirst());
    }

    @Test
    void keepsTheLastHundredSweeps() {
        exchange.time.jumpTo(Exchange.day(260));
        assertThat(exchange.simulator.truth().rows("dust", exchange.main().uid(), Exchange.day(-3), Exchange.day(260)))
                .isGreaterThan(100);
        assertThat(exchange.json(exchange.main(), DUST, "startTime=0").get("userAssetDribblets"))
                .hasSize(100);
    }

    @Test
    void givesDividendsNewestFirst_andTheirNumber() {
        JsonNode answer = exchange.json(exchange.main(), DIVIDENDS, "limit=500");
        List<JsonNode> rows = list(answer.get("rows"));
        JsonNode usual = exchange.json(exchange.main(), DIVIDENDS, "");

        assertThat(rows)
                .hasSizeGreaterThan(22)
                .isSortedAccordingTo((a, b) ->
                        Long.compare(b.get("divTime").asLong(), a.get("divTime").asLong()));
        assertThat(answer.get("total").asInt()).isEqualTo(rows.size());
        assertThat(list(usual.get("rows"))).isEqualTo(rows.subList(0, 20));
        assertThat(usual.get("total").asInt()).isEqualTo(rows.size());
        assertThat(rows.stream().map(row -> row.get("direction").asInt())).contains(1, -1);
        assertThat(rows.stream().map(row -> row.get("id")).distinct()).hasSize(rows.size());
        assertThat(rows.stream().map(row -> row.get("tranId")).distinct().count())
                .isLessThan(rows.size());
        assertThat(list(exchange.json(exchange.main(), DIVIDENDS, "asset=BNB").get("rows")))
                .isNotEmpty()
                .allMatch(row -> row.get("asset").asText().equals("BNB"));
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
