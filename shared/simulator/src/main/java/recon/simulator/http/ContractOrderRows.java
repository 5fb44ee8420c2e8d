package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import recon.simulator.event.OrderStatus;
import recon.simulator.futures.ContractPlacement;
import recon.simulator.futures.OrderState;

/** Orders as {@code /fapi} shows them. */
final class ContractOrderRows {
    private static final long EMPTY_KEPT_MS = 3 * Window.DAY_MS;
    private static final long KEPT_MS = 90 * Window.DAY_MS;
    private static final String NOTHING = "0";

    private ContractOrderRows() {}

    /** Whether it is still found: one that ended without a fill for three days after it was placed, any for three months. */
    static boolean kept(OrderState order, long now) {
        boolean empty = order.executed().signum() == 0
                && (order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.EXPIRED);
        return now - order.placement().created() <= (empty ? EMPTY_KEPT_MS : KEPT_MS);
    }

    static void write(OrderState order, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(order, json);
        json.writeEndObject();
    }

    /** Into an object that is open. */
    static void fields(OrderState order, JsonGenerator json) throws IOException {
        ContractPlacement placement = order.placement();
        json.writeStringField("avgPrice", Money.plain(order.average()));
        json.writeStringField("clientOrderId", placement.clientOrderId());
        json.writeStringField("cumQuote", Money.plain(order.quote()));
        json.writeStringField("executedQty", order.executed().toPlainString());
        json.writeNumberField("orderId", placement.orderId());
        json.writeStringField("origQty", placement.quantity().toPlainString());
        json.writeStringField("origType", placement.type());
        json.writeStringField("price", Money.plain(placement.price()));
        json.writeBooleanField("reduceOnly", placement.reduceOnly());
        json.writeStringField("side", placement.buy() ? "BUY" : "SELL");
        json.writeStringField("positionSide", placement.side().name());
        json.writeStringField("status", order.status().name());
        json.writeStringField("stopPrice", NOTHING);
        json.writeBooleanField("closePosition", false);
        json.writeStringField("symbol", placement.symbol());
        json.writeStringField("pair", placement.symbol());
        json.writeNumberField("time", placement.created());
        json.writeStringField("timeInForce", placement.timeInForce());
        json.writeStringField("type", placement.type());
        json.writeNumberField("updateTime", order.updated());
        json.writeStringField("workingType", "CONTRACT_PRICE");
        json.writeBooleanField("priceProtect", false);
        json.writeStringField("priceMatch", "NONE");
        json.writeStringField("selfTradePreventionMode", "EXPIRE_MAKER");
        json.writeNumberField("goodTillDate", 0);
    }
}
