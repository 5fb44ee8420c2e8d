package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.OrderStatus;

final class OrdersTest {
    private static final String ALL = "/api/v3/allOrders";
    private static final String OPEN = "/api/v3/openOrders";

    @TempDir
    private Path folder;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = Exchange.ordinary(folder);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void showsEveryOrderAsItStands_pagedByItsNumber() {
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            List<ExecutionReport> truth = exchange.simulator.truth().orders(account.uid(), now()).stream()
                    .filter(order -> order.status() != OrderStatus.REJECTED)
                    .toList();
            Set<String> symbols =
                    new TreeSet<>(truth.stream().map(ExecutionReport::symbol).toList());
            List<String> shown = new ArrayList<>();
            for (String symbol : symbols) {
                shown.addAll(paged(account, symbol));
            }

            assertThat(shown)
                    .hasSizeGreaterThan(100)
                    .containsExactlyInAnyOrderElementsOf(
                            truth.stream().map(OrdersTest::line).toList());
        }
    }

    private List<String> paged(SimulatedAccount account, String symbol) {
        List<String> rows = new ArrayList<>();
        long from = 0;
        while (true) {
            JsonNode page = exchange.json(account, ALL, query(symbol) + "&limit=3&orderId=" + from);
            page.forEach(row -> rows.add(line(row)));
            if (page.size() < 3) {
                return rows;
            }
            from = page.get(2).get("orderId").asLong() + 1;
        }
    }

    @Test
    void agreesWithMyTrades_orderByOrder() {
        SimulatedAccount main = exchange.main();
        for (String symbol : List.of("BTCUSDT", "ETHUSDT", "BNBUSDT")) {
            for (JsonNode order : exchange.json(main, ALL, "symbol=" + symbol)) {
                BigDecimal filled = BigDecimal.ZERO;
                for (JsonNode trade : exchange.json(
                        main,
                        "/api/v3/myTrades",
                        "symbol=" + symbol + "&orderId=" + order.get("orderId").asLong())) {
                    filled = filled.add(new BigDecimal(trade.get("qty").asText()));
                }
                assertThat(new BigDecimal(order.get("executedQty").asText())).isEqualByComparingTo(filled);
            }
        }
    }

    @Test
    void listsWhatIsOpen_ofOneSymbolOrAll() {
        Set<String> seen = new TreeSet<>();
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            List<String> truth = exchange.simulator.truth().orders(account.uid(), now()).stream()
                    .filter(order -> !order.status().ended())
                    .map(OrdersTest::line)
                    .toList();
            List<String> shown = new ArrayList<>();
            for (JsonNode row : exchange.json(account, OPEN, "")) {
                shown.add(line(row));
                seen.add(row.get("symbol").asText());
                List<String> own = new ArrayList<>();
                exchange.json(account, OPEN, query(row.get("symbol").asText())).forEach(each -> own.add(line(each)));
                assertThat(own).contains(line(row));
            }
            assertThat(shown).containsExactlyInAnyOrderElementsOf(truth);
        }
        assertThat(seen).isNotEmpty();
    }

    @Test
    void givesTheOldestOfARange_theNewestOtherwise_byCreation() {
        exchange.close();
        exchange = new Exchange(Exchange.settings(3).withSymbols(1), folder.resolve("one"), Exchange.day(2));
        List<JsonNode> all = new ArrayList<>();
        exchange.json(exchange.main(), ALL, "symbol=BTCUSDT").forEach(all::add);
        assertThat(all).hasSizeGreaterThan(6);
        long start = all.get(2).get("time").asLong();
        long end = Math.min(start + 86_400_000, all.getLast().get("time").asLong());
        List<JsonNode> within = all.stream()
                .filter(row ->
                        row.get("time").asLong() >= start && row.get("time").asLong() <= end)
                .toList();

        assertThat(exchange.json(exchange.main(), ALL, "symbol=BTCUSDT&startTime=" + start + "&endTime=" + end))
                .containsExactlyElementsOf(within);
        assertThat(exchange.json(exchange.main(), ALL, "symbol=BTCUSDT&limit=2"))
                .containsExactlyElementsOf(all.subList(all.size() - 2, all.size()));
        assertThat(exchange.json(exchange.main(), ALL, "symbol=BTCUSDT&limit=2&startTime=" + start))
                .containsExactlyElementsOf(all.subList(2, 4));
    }

    @Test
    void forgetsAfterNinetyDays_whatEndedWithoutAFill() {
        SimulatorSettings few = Exchange.settings(7).withSymbols(1).withTradesPerDay(10);
        try (Exchange late = new Exchange(few, folder.resolve("late"), Exchange.day(100))) {
            SimulatedAccount main = late.main();
            List<ExecutionReport> truth = late.simulator.truth().orders(main.uid(), late.simulator.exchangeTime());
            long cut = late.simulator.exchangeTime().minusSeconds(90 * 86_400).toEpochMilli();
            List<String> shown = new ArrayList<>();
            late.json(main, ALL, "symbol=BTCUSDT&limit=1000&orderId=0").forEach(row -> shown.add(line(row)));
            List<ExecutionReport> own = truth.stream()
                    .filter(order -> order.symbol().equals("BTCUSDT") && order.status() != OrderStatus.REJECTED)
                    .toList();
            List<ExecutionReport> kept = own.stream()
                    .filter(order -> order.filled().signum() > 0 || order.transactionTime() >= cut)
                    .toList();

            assertThat(shown)
                    .containsExactlyElementsOf(
                            kept.stream().map(OrdersTest::line).toList());
            assertThat(kept).hasSizeLessThan(own.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/allOrders, '', -1102, 20",
        "/api/v3/allOrders, symbol=NOSUCH, -1121, 20",
        "/api/v3/allOrders, symbol=BTCUSDT&limit=1001, -1130, 20",
        "/api/v3/allOrders, symbol=BTCUSDT&startTime=1&endTime=86400002, -1127, 20",
        "/api/v3/allOrders, symbol=BTCUSDT&startTime=1&endTime=86400001, 0, 20",
        "/api/v3/allOrders, symbol=BTCUSDT&fromId=1, -1104, 20",
        "/api/v3/openOrders, '', 0, 80",
        "/api/v3/openOrders, symbol=BTCUSDT, 0, 6",
        "/api/v3/openOrders, symbol=NOSUCH, -1121, 6"
    })
    void judgesParameters_andCharges(String path, String query, int code, int weight) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), path, query))).isEqualTo(code);
        assertThat(exchange.simulator.counters().minutes("api:ip")).containsValue(weight);
    }

    private static String query(String symbol) {
        return "symbol=" + java.net.URLEncoder.encode(symbol, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String line(JsonNode row) {
        return String.join(
                " ",
                row.get("symbol").asText(),
                row.get("orderId").asText(),
                row.get("status").asText(),
                row.get("clientOrderId").asText(),
                row.get("origQty").asText(),
                row.get("executedQty").asText(),
                row.get("updateTime").asText(),
                row.path("expiryReason").asText());
    }

    private static String line(ExecutionReport order) {
        return String.join(
                " ",
                order.symbol(),
                Long.toString(order.orderId()),
                order.status().name(),
                order.orderName(),
                order.quantity().setScale(8).toPlainString(),
                order.filled().setScale(8).toPlainString(),
                Long.toString(order.transactionTime()),
                order.expiryReason().orElse(""));
    }

    private Instant now() {
        return exchange.simulator.exchangeTime();
    }
}
