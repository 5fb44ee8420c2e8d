package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import recon.simulator.futures.AlgoPlacement;
import recon.simulator.futures.AlgoState;
import recon.simulator.futures.AlgoState.Status;
import recon.simulator.futures.PositionSide;

/** Conditional orders as {@code /fapi} shows them. */
final class AlgoOrderRows {
    private static final long EMPTY_KEPT_MS = 3 * Window.DAY_MS;
    private static final long KEPT_MS = 90 * Window.DAY_MS;
    private static final String NOTHING = "0.00000";

    private AlgoOrderRows() {}

    /** Whether it is still found: one that was never triggered for three days after it was placed, any for three months. */
    static boolean kept(AlgoState order, long now) {
        boolean empty = order.status() == Status.CANCELED || order.status() == Status.EXPIRED;
        return now - order.placement().created() <= (empty ? EMPTY_KEPT_MS : KEPT_MS);
    }

    static void write(AlgoState order, JsonGenerator json) throws IOException {
        AlgoPlacement placement = order.placement();
        json.writeStartObject();
        json.writeNumberField("algoId", placement.algoId());
        json.writeStringField("clientAlgoId", placement.clientAlgoId());
        json.writeStringField("algoType", "CONDITIONAL");
        json.writeStringField("orderType", placement.type());
        json.writeStringField("symbol", placement.symbol());
        json.writeStringField("side", placement.buy() ? "BUY" : "SELL");
        json.writeStringField("positionSide", placement.side().name());
        json.writeStringField("timeInForce", "GTC");
        json.writeStringField("quantity", placement.quantity().toPlainString());
        json.writeStringField("algoStatus", order.status().name());
        json.writeStringField(
                "actualOrderId",
                order.actualOrderId().isPresent()
                        ? Long.toString(order.actualOrderId().getAsLong())
                        : "");
        json.writeStringField("actualPrice", Money.plain(order.actualPrice()));
        json.writeStringField("triggerPrice", Money.plain(placement.trigger()));
        json.writeStringField("price", Money.plain(placement.price()));
        json.writeNullField("icebergQuantity");
        for (String unused : new String[] {"tpTriggerPrice", "tpPrice", "slTriggerPrice", "slPrice"}) {
            json.writeStringField(unused, NOTHING);
        }
        json.writeStringField("tpOrderType", "");
        json.writeStringField("selfTradePreventionMode", "EXPIRE_MAKER");
        json.writeStringField("workingType", "CONTRACT_PRICE");
        json.writeStringField("priceMatch", "NONE");
        json.writeBooleanField("closePosition", placement.closesAll());
        json.writeBooleanField("priceProtect", false);
        json.writeBooleanField("reduceOnly", placement.side() == PositionSide.BOTH);
        json.writeNumberField("createTime", placement.created());
        json.writeNumberField("updateTime", order.updated());
        json.writeNumberField("triggerTime", order.triggered());
        json.writeNumberField("goodTillDate", 0);
        json.writeEndObject();
    }
}
