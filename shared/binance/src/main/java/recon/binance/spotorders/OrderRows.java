package recon.binance.spotorders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.binance.source.Fields;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderTerms;
import recon.ledger.row.Sighted;
import recon.ledger.symbol.Symbol;

/** What a row of an order means, whichever endpoint shows it. */
final class OrderRows {
    private static final String NO_REASON = "NONE";
    private static final String TRANSFER = "TRANSFER";

    private OrderRows() {}

    /** @throws UnknownSymbol if its symbol was never listed */
    static Sighted sighted(OrderRow row, Fields fields, Scope scope, RawRef raw) {
        Symbol symbol = scope.symbols().listed(fields.source(), fields.text(row.symbol(), "symbol"));
        OrderSighting order = new OrderSighting(
                new OrderKey(scope.account().id(), symbol.name(), fields.need(row.orderId(), "orderId")),
                fields.text(row.status(), "status"),
                terms(row, fields),
                new Filled(
                        fields.need(row.executedQty(), "executedQty"),
                        known(fields.need(row.cummulativeQuoteQty(), "cummulativeQuoteQty"))),
                orZero(row.preventedQuantity()),
                reason(row.expiryReason()),
                fields.time(row.updateTime(), "updateTime"),
                raw);
        return new Sighted(order, symbol.baseAsset(), symbol.quoteAsset(), prevented(row));
    }

    /** Something moves only where both orders asked for it: one that asked for another mode was not part of it. */
    private static boolean prevented(OrderRow row) {
        return row.preventedMatchId() != null
                && (row.selfTradePreventionMode() == null
                        || row.selfTradePreventionMode().equals(TRANSFER));
    }

    private static OrderTerms terms(OrderRow row, Fields fields) {
        return new OrderTerms(
                fields.need(row.clientOrderId(), "clientOrderId"),
                Optional.ofNullable(row.orderListId()).filter(id -> id >= 0),
                fields.text(row.side(), "side"),
                fields.text(row.type(), "type"),
                fields.text(row.timeInForce(), "timeInForce"),
                fields.need(row.origQty(), "origQty"),
                fields.need(row.price(), "price"),
                orZero(row.stopPrice()),
                orZero(row.icebergQty()),
                orZero(row.origQuoteOrderQty()),
                fields.time(row.time(), "time"),
                Optional.ofNullable(row.workingTime()).filter(ms -> ms > 0).map(Instant::ofEpochMilli));
    }

    /** Below zero it is not available, as the exchange says of old orders. */
    private static BigDecimal known(BigDecimal amount) {
        return amount.max(BigDecimal.ZERO);
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static String reason(@Nullable String reason) {
        String text = Fields.optional(reason);
        return text.equals(NO_REASON) ? "" : text;
    }
}
