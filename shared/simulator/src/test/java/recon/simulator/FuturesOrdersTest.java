package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.Contracts.list;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and conditional orders of contracts as the futures host lists them. */
final class FuturesOrdersTest {
    private static final Set<Activity> FUTURES = Set.of(Activity.FUTURES);
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    @Test
    void forgetsOrdersWithoutAFill_afterThreeDays() {
        try (Exchange exchange = exchange(7, Exchange.day(3))) {
            List<String> young = empty(exchange);
            exchange.jumpTo(Exchange.day(5));
            long cut = exchange.simulator.exchangeTime().toEpochMilli() - 3 * DAY_MS;
            List<String> old = empty(exchange);

            assertThat(young).anyMatch(row -> created(row) < cut);
            assertThat(old).isNotEmpty().allMatch(row -> created(row) >= cut);
            assertThat(orders(exchange, exchange.sub(1), ""))
                    .as("those with a fill stay")
                    .anyMatch(row -> row.get("time").asLong() < cut);
        }
    }

    private static long created(String row) {
        return Long.parseLong(row.split(" ", -1)[1]);
    }

    @Test
    void listsOrders_ofOneContractFromAnIdOn_andWhatIsOpen() {
        try (Exchange exchange = exchange(7, Exchange.day(3))) {
            List<JsonNode> all = orders(exchange, "");
            List<JsonNode> bitcoin = orders(exchange, "&symbol=BTCUSDT");
            long second = bitcoin.get(1).get("orderId").asLong();
            List<JsonNode> open = list(exchange.json(exchange.main(), "/fapi/v1/openOrders", ""));

            assertThat(bitcoin)
                    .isEqualTo(all.stream()
                            .filter(row -> row.get("symbol").asText().equals("BTCUSDT"))
                            .toList())
                    .isSortedAccordingTo((a, b) -> Long.compare(
                            a.get("orderId").asLong(), b.get("orderId").asLong()));
            assertThat(list(exchange.json(
                            exchange.main(), "/fapi/v1/allOrders", "symbol=BTCUSDT&limit=4&orderId=" + second)))
                    .isEqualTo(bitcoin.subList(1, 5));
            assertThat(open)
                    .isNotEmpty()
                    .isEqualTo(all.stream()
                            .filter(row -> Set.of("NEW", "PARTIALLY_FILLED")
                                    .contains(row.get("status").asText()))
                            .toList());
            assertThat(list(exchange.json(
                            exchange.main(),
                            "/fapi/v1/openOrders",
                            "symbol="
                                    + Contracts.encoded(
                                            open.getFirst().get("symbol").asText()))))
                    .isSubsetOf(open)
                    .isNotEmpty();
        }
    }

    @Test
    void turnsConditionalOrdersIntoOrders_whoseFillsCloseThePosition() {
        try (Exchange exchange = exchange(7, Exchange.day(3))) {
            List<JsonNode> algos = new ArrayList<>();
            Set<String> orders = new TreeSet<>();
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                for (String symbol : Contracts.symbols(exchange)) {
                    algos.addAll(list(exchange.json(account, "/fapi/v1/allAlgoOrders", "limit=1000&symbol=" + symbol)));
                }
                orders(exchange, account, "").stream()
                        .filter(row -> row.get("status").asText().equals("FILLED"))
                        .forEach(row -> orders.add(row.get("orderId").asText()
                                + row.get("symbol").asText()
                                + row.get("side").asText()));
                assertThat(list(exchange.json(account, "/fapi/v1/openAlgoOrders", "")))
                        .allMatch(row -> row.get("algoStatus").asText().equals("NEW"));
            }
            assertThat(algos.stream()
                            .filter(row -> row.get("algoStatus").asText().equals("FINISHED")))
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(orders)
                                .contains(row.get("actualOrderId").asText()
                                        + row.get("symbol").asText()
                                        + row.get("side").asText());
                        assertThat(amount(row, "actualPrice")).isEqualByComparingTo(amount(row, "triggerPrice"));
                    });
            JsonNode one = algos.getFirst();
            assertThat(exchange.simulator.accounts().stream()
                            .map(account ->
                                    exchange.signed(account, "/fapi/v1/algoOrder", "algoId=" + one.get("algoId")))
                            .filter(reply -> reply.statusCode() == 200)
                            .map(reply -> Exchange.parse(reply.body())))
                    .containsExactly(one);
        }
    }

    /** Orders of all accounts that were ended without a fill: number and time. */
    private static List<String> empty(Exchange exchange) {
        return exchange.simulator.accounts().stream()
                .flatMap(account -> orders(exchange, account, "").stream())
                .filter(row ->
                        Set.of("CANCELED", "EXPIRED").contains(row.get("status").asText()))
                .filter(row -> amount(row, "executedQty").signum() == 0)
                .map(row -> row.get("symbol").asText() + row.get("orderId") + " " + row.get("time"))
                .toList();
    }

    private static List<JsonNode> orders(Exchange exchange, String query) {
        return orders(exchange, exchange.main(), query);
    }

    private static List<JsonNode> orders(Exchange exchange, SimulatedAccount account, String query) {
        return list(exchange.json(account, "/fapi/v1/allOrders", "limit=1000" + query));
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(settings(seed), folder, now);
    }

    private static SimulatorSettings settings(long seed) {
        return Exchange.settings(seed).withTradesPerDay(5).withActivities(FUTURES);
    }
}
