package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.OrderStatus;

final class OrderAmendmentsTest {
    private static final String PATH = "/api/v3/order/amendments";

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
    void showsEveryAmendmentOfAnOrder_asItWasReported() {
        int seen = 0;
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            for (ExecutionReport amended : amended(account)) {
                JsonNode rows = exchange.json(account, PATH, query(amended));

                assertThat(rows).hasSize(1);
                JsonNode row = rows.get(0);
                assertThat(row.get("symbol").asText()).isEqualTo(amended.symbol());
                assertThat(row.get("orderId").asLong()).isEqualTo(amended.orderId());
                assertThat(row.get("executionId").asLong()).isEqualTo(amended.executionId());
                assertThat(row.get("origClientOrderId").asText())
                        .isEqualTo(amended.placement().clientOrderId());
                assertThat(row.get("newClientOrderId").asText()).isEqualTo(amended.clientOrderId());
                assertThat(new BigDecimal(row.get("origQty").asText()))
                        .isEqualByComparingTo(amended.placement().quantity())
                        .isGreaterThanOrEqualTo(new BigDecimal(row.get("newQty").asText()));
                assertThat(new BigDecimal(row.get("newQty").asText())).isEqualByComparingTo(amended.quantity());
                assertThat(row.get("time").asLong()).isEqualTo(amended.transactionTime());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(3);
    }

    @Test
    void showsNoneYet_beforeItHappens() {
        ExecutionReport next =
                exchange.simulator.truth().reports(exchange.main().uid(), now(), Exchange.day(5)).stream()
                        .filter(report -> report.execution() == Execution.REPLACED)
                        .findFirst()
                        .orElseThrow();
        exchange.jumpTo(Instant.ofEpochMilli(next.transactionTime() - 1_000));
        assertThat(exchange.json(exchange.main(), PATH, query(next))).isEmpty();
        exchange.jumpTo(Instant.ofEpochMilli(next.transactionTime()));
        assertThat(exchange.json(exchange.main(), PATH, query(next))).hasSize(1);
    }

    @Test
    void beginsAtAnExecution_included() {
        ExecutionReport amended = amended(exchange.main()).getFirst();
        long id = amended.executionId();
        assertThat(exchange.json(exchange.main(), PATH, query(amended) + "&fromExecutionId=" + id))
                .hasSize(1);
        assertThat(exchange.json(exchange.main(), PATH, query(amended) + "&fromExecutionId=" + (id + 1)))
                .isEmpty();
    }

    @Test
    void showsNone_ofAnOrderThatWasNotAmended() {
        ExecutionReport other = exchange
                .simulator
                .truth()
                .orders(exchange.main().uid(), now())
                .stream()
                .filter(order -> order.status() == OrderStatus.FILLED)
                .findFirst()
                .orElseThrow();
        assertThat(exchange.json(exchange.main(), PATH, query(other))).isEmpty();
    }

    @Test
    void doesNotKnowTheOrders_ofAnotherAccount() {
        ExecutionReport amended = amended(exchange.main()).getFirst();
        assertThat(Exchange.code(exchange.signed(exchange.sub(1), PATH, query(amended))))
                .isEqualTo(-2013);
    }

    @ParameterizedTest
    @CsvSource({
        "'', -1102",
        "symbol=BTCUSDT, -1102",
        "orderId=1, -1102",
        "symbol=NOSUCH&orderId=1, -1121",
        "symbol=BTCUSDT&orderId=1&limit=1001, -1130",
        "symbol=BTCUSDT&orderId=1&limit=0, -1130",
        "symbol=BTCUSDT&orderId=x, -1100",
        "symbol=BTCUSDT&orderId=1&startTime=1, -1104",
        "symbol=BTCUSDT&orderId=1, -2013"
    })
    void judgesParameters_andCharges(String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), PATH, query))).isEqualTo(code);
        assertThat(exchange.simulator.counters().minutes("api:ip")).containsValue(4);
    }

    private List<ExecutionReport> amended(SimulatedAccount account) {
        return exchange.simulator.truth().reports(account.uid(), Exchange.day(-3), now()).stream()
                .filter(report -> report.execution() == Execution.REPLACED)
                .filter(report -> report.transactionTime() <= now().toEpochMilli())
                .toList();
    }

    private static String query(ExecutionReport order) {
        return "symbol=" + java.net.URLEncoder.encode(order.symbol(), java.nio.charset.StandardCharsets.UTF_8)
                + "&orderId=" + order.orderId();
    }

    private Instant now() {
        return exchange.simulator.exchangeTime();
    }
}
