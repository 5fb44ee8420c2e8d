package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** What moves between two accounts of a trade group instead of a trade: three accounts, of which the last stays outside. */
final class PreventedMatchesTest {
    private static final String PATH = "/api/v3/myPreventedMatches";

    @TempDir
    private static Path folder;

    private static Exchange exchange;

    @BeforeAll
    static void open() {
        exchange = new Exchange(
                Exchange.settings(7).withActivities(Set.of(Activity.PREVENTED_MATCHES)), folder, Exchange.day(3));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    private static List<JsonNode> transferred(SimulatedAccount account) {
        List<JsonNode> orders = new ArrayList<>();
        for (JsonNode symbol : Exchange.parse(
                        exchange.send("", "/api/v3/exchangeInfo", "").body())
                .get("symbols")) {
            String name = URLEncoder.encode(symbol.get("symbol").asText(), StandardCharsets.UTF_8);
            for (JsonNode row : exchange.json(account, "/api/v3/allOrders", "orderId=0&limit=1000&symbol=" + name)) {
                if (row.get("selfTradePreventionMode").asText().equals("TRANSFER") && row.has("preventedMatchId")) {
                    orders.add(row);
                }
            }
        }
        return orders;
    }

    private static JsonNode match(SimulatedAccount account, JsonNode order) {
        JsonNode rows = exchange.json(
                account, PATH, "symbol=" + order.get("symbol").asText() + "&orderId=" + order.get("orderId"));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void bothOrdersOfAMatchEndWithoutATrade_eachOnItsSide() {
        List<JsonNode> given = transferred(exchange.main());
        List<JsonNode> taken = transferred(exchange.sub(1));

        assertThat(given).hasSizeGreaterThan(3).hasSameSizeAs(taken);
        for (JsonNode order : given) {
            JsonNode one = match(exchange.main(), order);
            JsonNode other = taken.stream()
                    .filter(row -> row.get("symbol").equals(order.get("symbol")))
                    .filter(row -> row.get("preventedMatchId").equals(order.get("preventedMatchId")))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.get("status").asText()).isEqualTo("EXPIRED_IN_MATCH");
            assertThat(order.get("executedQty").decimalValue()).isZero();
            assertThat(order.get("preventedQuantity")).isEqualTo(order.get("origQty"));
            assertThat(other.get("side")).isNotEqualTo(order.get("side"));
            assertThat(other.get("preventedQuantity")).isEqualTo(order.get("preventedQuantity"));
            assertThat(List.of(one.get("makerOrderId"), one.get("takerOrderId")))
                    .containsExactlyInAnyOrder(order.get("orderId"), other.get("orderId"));
            assertThat(one.get("selfTradePreventionMode").asText()).isEqualTo("TRANSFER");
            assertThat(one.get("price")).isEqualTo(order.get("price"));
            assertThat(one.get("transactTime")).isEqualTo(order.get("updateTime"));
            boolean maker = one.get("makerOrderId").equals(order.get("orderId"));
            assertThat(one.get(maker ? "makerPreventedQuantity" : "takerPreventedQuantity"))
                    .isEqualTo(order.get("preventedQuantity"));
            String name = order.get("symbol").asText();
            assertThat(exchange.json(
                            exchange.main(), "/api/v3/myTrades", "symbol=" + name + "&orderId=" + order.get("orderId")))
                    .isEmpty();
        }
    }

    @Test
    void aMatchIsFoundByItsNumber_andFromANumberOn() {
        JsonNode order = transferred(exchange.main()).getFirst();
        String symbol = "symbol=" + order.get("symbol").asText();
        long id = order.get("preventedMatchId").asLong();

        assertThat(exchange.json(exchange.main(), PATH, symbol + "&preventedMatchId=" + id)
                        .get(0))
                .isEqualTo(match(exchange.main(), order));
        String from = symbol + "&orderId=" + order.get("orderId") + "&fromPreventedMatchId=";
        assertThat(exchange.json(exchange.main(), PATH, from + id)).hasSize(1);
        assertThat(exchange.json(exchange.main(), PATH, from + (id + 1))).isEmpty();
        assertThat(exchange.json(exchange.sub(2), PATH, symbol + "&preventedMatchId=" + id))
                .isEmpty();
    }

    @Test
    void theAccountSaysWhetherItBelongsToAGroup() {
        assertThat(group(exchange.main())).isEqualTo(77);
        assertThat(group(exchange.sub(1))).isEqualTo(77);
        assertThat(group(exchange.sub(2))).isEqualTo(-1);
        assertThat(transferred(exchange.sub(2))).isEmpty();
        try (Exchange plain = new Exchange(Exchange.settings(7), folder.resolve("plain"), Exchange.day(0))) {
            assertThat(plain.json(plain.main(), "/api/v3/account", "")
                            .get("tradeGroupId")
                            .asInt())
                    .isEqualTo(-1);
        }
    }

    private static int group(SimulatedAccount account) {
        return exchange.json(account, "/api/v3/account", "").get("tradeGroupId").asInt();
    }

    @ParameterizedTest
    @CsvSource({
        "orderId=1, -1102",
        "symbol=NOTHING&orderId=1, -1121",
        "symbol=BTCUSDT, -1128",
        "symbol=BTCUSDT&orderId=1&preventedMatchId=1, -1128",
        "symbol=BTCUSDT&preventedMatchId=1&fromPreventedMatchId=1, -1128",
        "symbol=BTCUSDT&orderId=1&limit=1001, -1130"
    })
    void refusesWhatIsWrong(String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), PATH, query))).isEqualTo(code);
    }
}
