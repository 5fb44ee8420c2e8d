package recon.binance.futuresorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.json.ExchangeJson;
import recon.ledger.position.row.ForcedClose;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.FuturesOrder.Kind;

class FuturesOrderRowsTest {
    private static final String ROW = """
            {"symbol":"BNBUSDT","orderId":5,"clientOrderId":"CLIENT","side":"SELL","positionSide":"LONG","type":"MARKET",
             "origType":"STOP_MARKET","timeInForce":"GTC","status":"FILLED","origQty":"1","executedQty":"1",
             "stopPrice":"395.5","reduceOnly":false,"closePosition":true,"autoCloseType":"REASON","time":1646150885133,
             "updateTime":1646151095067}""";

    private static JsonParser at(ObjectMapper json, String row) throws IOException {
        JsonParser parser = json.createParser("[" + row + "]");
        parser.nextToken();
        parser.nextToken();
        return parser;
    }

    private static FuturesOrder order(String clientId, String autoClose) throws IOException {
        ObjectMapper json = ExchangeJson.mapper();
        return new FuturesOrderRows(json, Kind.PLAIN)
                .read(at(json, ROW.replace("CLIENT", clientId).replace("REASON", autoClose)), 0, "7");
    }

    @Test
    void anOrderIsWhatItWasPlacedAs() throws IOException {
        FuturesOrder order = order("web_1", "");

        assertThat(order.type()).isEqualTo("STOP_MARKET");
        assertThat(order.trigger()).isEqualTo(new BigDecimal("395.5"));
        assertThat(order.closing()).isTrue();
        assertThat(order.protective()).isTrue();
        assertThat(order.forced()).isEmpty();
        assertThat(order.updateTime()).isEqualTo(1_646_151_095_067L);
    }

    @ParameterizedTest
    @CsvSource({
        "autoclose-123, '', LIQUIDATION",
        "adl_autoclose, '', ADL",
        "settlement_autoclose-1, '', SETTLEMENT",
        "x, LIQUIDATION, LIQUIDATION",
        "x, ADL, ADL"
    })
    void theExchangesOwnOrdersSayWhy(String clientId, String autoClose, ForcedClose forced) throws IOException {
        assertThat(order(clientId, autoClose).forced()).contains(forced);
    }

    @Test
    void aConditionalOrderNamesWhatItBecame() throws IOException {
        ObjectMapper json = ExchangeJson.mapper();
        FuturesOrder order = new FuturesAlgoOrderRows(json).read(at(json, """
                {"algoId":2146760,"clientAlgoId":"6B2I","algoType":"CONDITIONAL","orderType":"TAKE_PROFIT",
                 "symbol":"BNBUSDT","side":"SELL","positionSide":"BOTH","timeInForce":"GTC","quantity":"0.01",
                 "algoStatus":"FINISHED","actualOrderId":"77","triggerPrice":"750.000","reduceOnly":true,
                 "createTime":1750485492076,"updateTime":1750514545091}"""), 0, "7");

        assertThat(order.kind()).isEqualTo(Kind.CONDITIONAL);
        assertThat(order.triggeredId()).isEqualTo(77);
        assertThat(order.takeProfit()).isTrue();
        assertThat(order.trigger()).isEqualByComparingTo("750");
    }
}
