package recon.storage.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import recon.ledger.order.GenericOrderData;
import recon.storage.event.DomainEvent;
import recon.storage.item.Keys;

/**
 * An order as an event. The detail has the components of {@link GenericOrderData} under their own names: amounts as
 * texts in plain decimals, for not every reader of JSON keeps the digits of a number; times as epoch milliseconds; what
 * is not there is left out.
 */
public final class OrderEvent {
    /** The event's type. */
    public static final String TYPE = "GenericOrderData";

    private static final String SOURCE = "recon.record";
    private static final JsonFactory JSON = new JsonFactory();

    private OrderEvent() {}

    /** The order as it stands; the same revision is the same event. */
    public static DomainEvent of(OrderRecord order) {
        GenericOrderData data = order.data();
        String id = Keys.join(
                TYPE, data.account(), data.symbol(), Long.toString(data.orderId()), Long.toString(data.revision()));
        return new DomainEvent(id, TYPE, SOURCE, data.updatedAt(), detail(data));
    }

    private static String detail(GenericOrderData data) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("exchange", data.exchange());
            json.writeStringField("market", data.market());
            json.writeStringField("account", data.account());
            json.writeStringField("symbol", data.symbol());
            json.writeStringField("baseAsset", data.baseAsset());
            json.writeStringField("quoteAsset", data.quoteAsset());
            json.writeNumberField("orderId", data.orderId());
            json.writeStringField("clientOrderId", data.clientOrderId());
            number(json, "orderListId", data.orderListId());
            json.writeStringField("side", data.side());
            json.writeStringField("type", data.type());
            json.writeStringField("timeInForce", data.timeInForce());
            json.writeStringField("status", data.status());
            json.writeBooleanField("closed", data.closed());
            json.writeStringField("lastKind", data.lastKind());
            amounts(json, data);
            json.writeStringField("rejectReason", data.rejectReason());
            json.writeStringField("expiryReason", data.expiryReason());
            number(json, "lastExecutionId", data.lastExecutionId());
            number(json, "lastTradeId", data.lastTradeId());
            json.writeNumberField("createdAt", data.createdAt().toEpochMilli());
            number(json, "workingSince", data.workingSince().map(Instant::toEpochMilli));
            json.writeNumberField("updatedAt", data.updatedAt().toEpochMilli());
            json.writeNumberField("revision", data.revision());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void amounts(JsonGenerator json, GenericOrderData data) throws IOException {
        amount(json, "quantity", data.quantity());
        amount(json, "quoteQuantity", data.quoteQuantity());
        amount(json, "price", data.price());
        amount(json, "stopPrice", data.stopPrice());
        amount(json, "executedQuantity", data.executedQuantity());
        amount(json, "executedQuoteQuantity", data.executedQuoteQuantity());
        if (data.averagePrice().isPresent()) {
            amount(json, "averagePrice", data.averagePrice().get());
        }
        json.writeObjectFieldStart("fees");
        for (Map.Entry<String, BigDecimal> fee : new TreeMap<>(data.fees()).entrySet()) {
            amount(json, fee.getKey(), fee.getValue());
        }
        json.writeEndObject();
        json.writeBooleanField("feesComplete", data.feesComplete());
        amount(json, "preventedQuantity", data.preventedQuantity());
        amount(json, "preventedExecutionQuantity", data.preventedExecutionQuantity());
        amount(json, "preventedExecutionQuoteQuantity", data.preventedExecutionQuoteQuantity());
    }

    private static void amount(JsonGenerator json, String name, BigDecimal amount) throws IOException {
        json.writeStringField(name, amount.toPlainString());
    }

    private static void number(JsonGenerator json, String name, Optional<Long> number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.get());
        }
    }
}
