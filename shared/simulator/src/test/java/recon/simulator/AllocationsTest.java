package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manners of the allocations. */
final class AllocationsTest {
    private static final String PATH = "/api/v3/myAllocations";

    @TempDir
    private static Path folder;

    private static Exchange exchange;

    @BeforeAll
    static void open() {
        exchange = new Exchange(
                Exchange.settings(7).withActivities(Set.of(Activity.ALLOCATIONS)), folder, Exchange.day(12));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void givesWhatIsNoTrade_ascendingById_fromAnIdOnOrOfADay() {
        List<JsonNode> all = rows("symbol=BTCUSDT&fromAllocationId=0");
        JsonNode second = all.get(1);
        long at = second.get("time").asLong();
        List<JsonNode> ofTheDay = rows("symbol=BTCUSDT&startTime=" + at + "&endTime=" + (at + 86_400_000));

        assertThat(all)
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        a.get("allocationId").asLong(), b.get("allocationId").asLong()));
        assertThat(rows("symbol=BTCUSDT&limit=1&fromAllocationId=" + second.get("allocationId")))
                .containsExactly(second);
        assertThat(rows("symbol=BTCUSDT&limit=2")).as("the newest").isEqualTo(all.subList(all.size() - 2, all.size()));
        assertThat(ofTheDay)
                .contains(second)
                .doesNotContain(all.getFirst())
                .allMatch(row -> row.get("time").asLong() <= at + 86_400_000);
        assertThat(rows("symbol=BTCUSDT&orderId=" + second.get("orderId"))).contains(second);
        List<String> traded = new ArrayList<>();
        exchange.json(exchange.main(), "/api/v3/myTrades", "symbol=BTCUSDT&limit=1000&fromId=0")
                .forEach(row -> traded.add(row.get("orderId").asText()));
        assertThat(all).noneMatch(row -> traded.contains(row.get("orderId").asText()));
    }

    @Test
    void theListOfSymbolsSaysWhereOrdersAreRouted_byBaseAsset() {
        assertThat(Exchange.parse(exchange.send("", "/api/v3/exchangeInfo", "").body())
                        .get("sors"))
                .hasToString("[{\"baseAsset\":\"BNB\",\"symbols\":[\"BNBUSDT\"]},"
                        + "{\"baseAsset\":\"BTC\",\"symbols\":[\"BTCUSDT\"]},"
                        + "{\"baseAsset\":\"ETH\",\"symbols\":[\"ETHUSDT\"]}]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', -1102",
        "symbol=NOTHING, -1121",
        "symbol=BTCUSDT&limit=1001, -1130",
        "symbol=BTCUSDT&startTime=0&fromAllocationId=5, -1128",
        "symbol=BTCUSDT&startTime=0&endTime=86400001, -1127",
        "symbol=BTCUSDT&colour=red, -1104"
    })
    void refusesWhatIsWrong(String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), PATH, query))).isEqualTo(code);
    }

    private static List<JsonNode> rows(String query) {
        List<JsonNode> rows = new ArrayList<>();
        exchange.json(exchange.main(), PATH, query).forEach(rows::add);
        return rows;
    }
}
