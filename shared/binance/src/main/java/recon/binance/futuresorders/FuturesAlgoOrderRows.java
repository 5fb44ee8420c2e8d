package recon.binance.futuresorders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.binance.source.Fields;
import recon.binance.source.FuturesFields;
import recon.binance.source.MalformedReply;
import recon.binance.source.RowStream;
import recon.ledger.position.row.FuturesOrder;

/** What a row of {@code GET /fapi/v1/allAlgoOrders} says: conditional orders that were placed since 2025-12-09. */
public final class FuturesAlgoOrderRows {
    private static final String SOURCE = "futures-algo-orders";

    private final RowStream<AlgoOrderRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesAlgoOrderRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, AlgoOrderRow.class, SOURCE);
    }

    /**
     * The order that the parser has just come to.
     *
     * @param row its zero-based position
     * @param accountId whose order
     * @throws MalformedReply if something is missing that every order has
     * @throws IOException if the file ends or is no JSON
     */
    public FuturesOrder read(JsonParser parser, int row, String accountId) throws IOException {
        return order(rows.read(parser, row), new Fields(SOURCE, row), accountId);
    }

    private static FuturesOrder order(AlgoOrderRow row, Fields fields, String accountId) {
        long time = fields.time(row.createTime(), "createTime").toEpochMilli();
        return new FuturesOrder(
                accountId,
                fields.text(row.symbol(), "symbol"),
                FuturesOrder.Kind.CONDITIONAL,
                fields.need(row.algoId(), "algoId"),
                orderId(Fields.optional(row.actualOrderId()), fields),
                FuturesFields.positionSide(row.positionSide(), fields),
                FuturesFields.buyer(row.side(), fields),
                fields.text(row.orderType(), "orderType"),
                fields.text(row.algoStatus(), "algoStatus"),
                zeroIfMissing(row.quantity()),
                BigDecimal.ZERO,
                zeroIfMissing(row.triggerPrice()),
                is(row.reduceOnly()) || is(row.closePosition()),
                Optional.empty(),
                time,
                fields.optionalTime(row.updateTime(), "updateTime")
                        .map(update -> Math.max(time, update.toEpochMilli()))
                        .orElse(time));
    }

    /** The plain order that it became; the empty text or zero before it is set off. */
    private static long orderId(String text, Fields fields) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedReply(
                    fields.source(), "row " + fields.row() + " has an actualOrderId that is no number");
        }
    }

    private static BigDecimal zeroIfMissing(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static boolean is(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
