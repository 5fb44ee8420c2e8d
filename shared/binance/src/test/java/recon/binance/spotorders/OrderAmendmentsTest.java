package recon.binance.spotorders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.completeness.Amendment;
import recon.ledger.order.OrderKey;
import recon.ledger.row.Amended;

class OrderAmendmentsTest {
    private static final String ROW = """
            {"symbol":"BTCUSDT","orderId":9,"executionId":22,"origClientOrderId":"a","newClientOrderId":"b",
             "origQty":"5.00000000","newQty":"4.50000000","time":1767571200000}""";

    private final OrderAmendments source = new OrderAmendments(ExchangeJson.mapper());
    private final Scope scope = scope(Integer.MAX_VALUE);
    private final Cursor start = OrderAmendments.start("BTCUSDT", 9);

    private static Scope scope(int pageLimit) {
        return Samples.scope(Samples.SUB1, Instant.EPOCH, Instant.EPOCH, pageLimit);
    }

    private Page read(String body) {
        return source.read(Samples.reply(source.request(start, scope), body), "k", start, scope);
    }

    @Test
    void oneOrderIsAskedFor_withAWholePage() {
        Request request = source.request(start, scope);
        assertThat(request.line())
                .isEqualTo("GET /api/v3/order/amendments?symbol=BTCUSDT&orderId=9&fromExecutionId=0&limit=1000");
        assertThat(request.charges().getFirst().weight()).isEqualTo(4);
    }

    @Test
    void aRowBecomesAnAmendment() {
        assertThat(read("[" + ROW + "]").observations())
                .containsExactly(new Amended(
                        new Amendment(new OrderKey("1002", "BTCUSDT", 9), 22, Instant.parse("2026-01-05T00:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol", "orderId", "executionId", "time"})
    void aRowWithoutOneOfItsFields_refusesThePage(String field) {
        assertThatThrownBy(() -> read("[" + ROW.replace("\"" + field + "\"", "\"x\"") + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @Test
    void rowsOfAnotherOrderOrOutOfOrder_refuseThePage() {
        assertThatThrownBy(() -> read("[" + ROW.replace("\"orderId\":9", "\"orderId\":10") + "]"))
                .isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("[" + ROW.replace("BTCUSDT", "ETHUSDT") + "]"))
                .isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("[" + ROW + "," + ROW + "]")).isInstanceOf(MalformedReply.class);
    }

    @Test
    void noAmendmentIsLost_overSeveralPages() {
        List<Long> ids = LongStream.rangeClosed(1, 7).boxed().toList();
        Walk walk = Walk.through(
                source,
                scope(3),
                start,
                request -> ids.stream()
                        .filter(id -> id >= Long.parseLong(request.params().get("fromExecutionId")))
                        .limit(Long.parseLong(request.params().get("limit")))
                        .map(id -> ROW.replace("\"executionId\":22", "\"executionId\":" + id))
                        .collect(Collectors.joining(",", "[", "]")));
        assertThat(walk.observations())
                .extracting(observation -> ((Amended) observation).amendment().executionId())
                .containsExactlyElementsOf(ids);
        assertThat(walk.requests()).hasSize(3);
    }
}
