package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manners of the own transfers and of the funding wallet. */
final class OwnTransfersTest {
    private static final String TRANSFERS = "/sapi/v1/asset/transfer";
    private static final String FUNDING = "/sapi/v1/asset/get-funding-asset";

    @TempDir
    private Path folder;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange =
                new Exchange(Exchange.settings(11).withActivities(Set.of(Activity.FUNDING)), folder, Exchange.day(12));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void givesOneTypeOfTheLastWeek_newestFirst_inPagesOfTen() {
        JsonNode first = exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING");
        JsonNode all = exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&size=100&startTime=0");

        assertThat(first.get("rows"))
                .hasSizeLessThanOrEqualTo(10)
                .allMatch(row -> row.get("type").asText().equals("MAIN_FUNDING"));
        long week = exchange.simulator.exchangeTime().toEpochMilli() - 7 * 86_400_000L;
        List<JsonNode> rows = list(all.get("rows"));
        assertThat(all.get("total").asInt()).isEqualTo(rows.size()).isGreaterThan(12);
        assertThat(first.get("total").asLong())
                .isEqualTo(rows.stream()
                        .filter(row -> row.get("timestamp").asLong() > week)
                        .count())
                .isLessThan(rows.size());
        assertThat(rows)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        b.get("timestamp").asLong(), a.get("timestamp").asLong()));
        assertThat(list(exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&size=3&current=2&startTime=0")
                        .get("rows")))
                .isEqualTo(rows.subList(3, 6));
        assertThat(rows.stream().map(row -> row.get("status").asText())).contains("CONFIRMED", "FAILED");
        assertThat(exchange.json(exchange.main(), TRANSFERS, "type=MAIN_CMFUTURE")
                        .get("rows"))
                .isEmpty();
    }

    @Test
    void showsNothing_thatIsOlderThanHalfAYear() {
        exchange.time.jumpTo(Exchange.day(186));
        List<JsonNode> rows = list(exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&size=100&startTime=0")
                .get("rows"));
        int pages = exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&startTime=0")
                .get("total")
                .asInt();

        assertThat(rows).hasSize(100);
        assertThat(exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&startTime=0&size=1&current=" + pages)
                        .get("rows")
                        .get(0)
                        .get("timestamp")
                        .asLong())
                .isGreaterThan(Exchange.day(2).toEpochMilli());
    }

    @Test
    void showsATransferAsPendingForAWhile_thoughItHasMoved() {
        List<JsonNode> rows = list(exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&size=100&startTime=0")
                .get("rows"));
        Set<String> first = new TreeSet<>();
        for (JsonNode row : rows) {
            exchange.jumpTo(Instant.ofEpochMilli(row.get("timestamp").asLong() + 5));
            JsonNode newest = exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&size=1")
                    .get("rows")
                    .get(0);
            first.add(newest.get("status").asText());
            exchange.jumpTo(Instant.ofEpochMilli(row.get("timestamp").asLong() + 600_001));
            assertThat(list(exchange.json(exchange.main(), TRANSFERS, "type=MAIN_FUNDING&size=100&startTime=0")
                            .get("rows")))
                    .contains(row);
        }

        assertThat(first).contains("PENDING", "CONFIRMED");
        assertThat(rows).noneMatch(row -> row.get("status").asText().equals("PENDING"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', -1102",
        "type=MAIN_POCKET, -7002",
        "type=MAIN_FUNDING&size=101, -1130",
        "type=MAIN_FUNDING&size=0, -1130",
        "type=MAIN_FUNDING&current=0, -1130",
        "type=MAIN_FUNDING&startTime=x, -1100",
        "type=MARGIN_ISOLATEDMARGIN, -1102",
        "type=ISOLATEDMARGIN_MARGIN&toSymbol=BTCUSDT, -1102"
    })
    void refusesWhatIsWrong(String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), TRANSFERS, query)))
                .isEqualTo(code);
    }

    @Test
    void showsTheFundingWallet_toAPostAlone() {
        JsonNode held =
                Exchange.parse(exchange.posted(exchange.main(), FUNDING, "", "").body());
        SortedMap<String, BigDecimal> shown = new TreeMap<>();
        held.forEach(row -> shown.put(
                row.get("asset").asText(),
                IndependentBooks.amount(row, "free").add(IndependentBooks.amount(row, "locked"))));
        SortedMap<String, BigDecimal> truth = exchange.simulator
                .truth()
                .balances(exchange.main().uid(), "FUNDING", exchange.simulator.exchangeTime());

        assertThat(shown.keySet()).isNotEmpty().isEqualTo(truth.keySet());
        shown.forEach((asset, amount) -> assertThat(amount).isEqualByComparingTo(truth.get(asset)));
        assertThat(Exchange.code(exchange.signed(exchange.main(), FUNDING, ""))).isEqualTo(-1020);
        String one = shown.firstKey();
        assertThat(Exchange.parse(
                        exchange.posted(exchange.main(), FUNDING, "", "asset=" + one + "&needBtcValuation=true")
                                .body()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("asset").asText()).isEqualTo(one);
                    assertThat(IndependentBooks.amount(row, "btcValuation")).isPositive();
                });
        assertThat(Exchange.parse(exchange.posted(exchange.main(), FUNDING, "asset=" + one, "asset=NOTHING")
                        .body()))
                .as("the query wins")
                .hasSize(1);
    }

    @Test
    void sendsSomeDepositsToTheFundingWallet() {
        List<JsonNode> deposits = list(exchange.json(exchange.main(), "/sapi/v1/capital/deposit/hisrec", ""));

        assertThat(deposits.stream().map(row -> row.get("walletType").asInt())).contains(0, 1);
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
