package recon.binance.futuresorders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.binance.source.Fields;
import recon.binance.source.FuturesFields;
import recon.binance.source.RowStream;
import recon.ledger.position.row.ForcedClose;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.FuturesOrder.Kind;

/** What a row of {@code GET /fapi/v1/allOrders} or {@code GET /fapi/v1/forceOrders} says. */
public final class FuturesOrderRows {
    private final RowStream<OrderRow> rows;
    private final Kind kind;
    private final String source;

    /**
     * A reader of orders.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param kind which of the two lists
     */
    public FuturesOrderRows(ObjectMapper json, Kind kind) {
        if (kind == Kind.CONDITIONAL) {
            throw new IllegalArgumentException("conditional orders have rows of their own");
        }
        this.kind = kind;
        this.source = kind == Kind.FORCED ? "futures-force-orders" : "futures-orders";
        this.rows = new RowStream<>(json, OrderRow.class, source);
    }

    /**
     * The order that the parser has just come to.
     *
     * @param row its zero-based position
     * @param accountId whose order
     * @throws recon.binance.source.MalformedReply if something is missing that every order has
     * @throws IOException if the file ends or is no JSON
     */
    public FuturesOrder read(JsonParser parser, int row, String accountId) throws IOException {
        return order(rows.read(parser, row), new Fields(source, row), accountId, kind);
    }

    static FuturesOrder order(OrderRow row, Fields fields, String accountId, Kind kind) {
        long time = fields.time(row.time(), "time").toEpochMilli();
        // A conditional order of old became a market order when it was set off: what it was placed as says more.
        String type = Fields.optional(row.origType());
        return new FuturesOrder(
                accountId,
                fields.text(row.symbol(), "symbol"),
                kind,
                fields.need(row.orderId(), "orderId"),
                0,
                FuturesFields.positionSide(row.positionSide(), fields),
                FuturesFields.buyer(row.side(), fields),
                type.isEmpty() ? fields.text(row.type(), "type") : type,
                fields.text(row.status(), "status"),
                fields.need(row.origQty(), "origQty"),
                fields.need(row.executedQty(), "executedQty"),
                row.stopPrice() == null ? BigDecimal.ZERO : row.stopPrice(),
                is(row.reduceOnly()) || is(row.closePosition()),
                forced(row),
                time,
                fields.optionalTime(row.updateTime(), "updateTime")
                        .map(update -> Math.max(time, update.toEpochMilli()))
                        .orElse(time));
    }

    /** The client order id says it everywhere; {@code forceOrders} says it in a field of its own as well. */
    private static Optional<ForcedClose> forced(OrderRow row) {
        return ForcedClose.ofClientOrderId(Fields.optional(row.clientOrderId()))
                .or(() -> switch (Fields.optional(row.autoCloseType())) {
                    case "LIQUIDATION" -> Optional.of(ForcedClose.LIQUIDATION);
                    case "ADL" -> Optional.of(ForcedClose.ADL);
                    default -> Optional.empty();
                });
    }

    private static boolean is(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
