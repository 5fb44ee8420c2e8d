package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.OrderStatus;
import recon.simulator.event.Placement;
import recon.simulator.event.Prevention;

/** Writes orders as {@code /api} shows them. */
final class OrderRows {
    private static final long ARCHIVED_AFTER_MS = 90 * Window.DAY_MS;

    private OrderRows() {}

    /** Whether the order is shown: not one that was rejected, nor one that ended long ago without a fill. */
    static boolean shown(ExecutionReport order, long now) {
        boolean archived = order.status().ended()
                && order.filled().signum() == 0
                && now - order.transactionTime() > ARCHIVED_AFTER_MS;
        return order.status() != OrderStatus.REJECTED && !archived;
    }

    static void write(ExecutionReport order, JsonGenerator json) throws IOException {
        Placement placement = order.placement();
        json.writeStartObject();
        json.writeStringField("symbol", placement.symbol());
        json.writeNumberField("orderId", placement.orderId());
        json.writeNumberField("orderListId", placement.listId());
        json.writeStringField("clientOrderId", order.orderName());
        json.writeStringField("price", Money.padded(placement.price()));
        json.writeStringField("origQty", Money.padded(order.quantity()));
        json.writeStringField("executedQty", Money.padded(order.filled()));
        json.writeStringField("origQuoteOrderQty", Money.padded(placement.quoteQuantity()));
        json.writeStringField("cummulativeQuoteQty", Money.padded(order.quoteFilled()));
        json.writeStringField("status", order.status().name());
        json.writeStringField("timeInForce", placement.timeInForce());
        json.writeStringField("type", placement.type());
        json.writeStringField("side", placement.buy() ? "BUY" : "SELL");
        json.writeStringField("stopPrice", Money.padded(placement.stopPrice()));
        json.writeStringField("icebergQty", Money.padded(BigDecimal.ZERO));
        json.writeNumberField("time", placement.created());
        json.writeNumberField("updateTime", order.transactionTime());
        json.writeBooleanField("isWorking", order.workingTime().isPresent());
        json.writeNumberField("workingTime", order.workingTime().orElse(-1));
        json.writeStringField("selfTradePreventionMode", placement.preventionMode());
        conditional(order, json);
        json.writeEndObject();
    }

    private static void conditional(ExecutionReport order, JsonGenerator json) throws IOException {
        Placement placement = order.placement();
        if (order.prevention().isPresent()) {
            Prevention prevention = order.prevention().get();
            json.writeNumberField("preventedMatchId", prevention.matchId());
            json.writeStringField("preventedQuantity", Money.padded(prevention.quantity()));
        }
        if (placement.strategyId().isPresent()) {
            json.writeNumberField("strategyId", placement.strategyId().getAsLong());
            json.writeNumberField("strategyType", Placement.STRATEGY_TYPE);
        }
        if (placement.trailingDelta().isPresent()) {
            json.writeNumberField("trailingDelta", placement.trailingDelta().getAsInt());
            json.writeNumberField("trailingTime", placement.created());
        }
        if (order.expiryReason().isPresent()) {
            json.writeStringField("expiryReason", order.expiryReason().get());
        }
    }
}
