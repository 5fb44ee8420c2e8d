package recon.binance.futurestrades;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import recon.binance.source.Fields;
import recon.binance.source.FuturesFields;
import recon.binance.source.RowStream;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesFill;

/** What a row of {@code GET /fapi/v1/userTrades} says. */
public final class FuturesTradeRows {
    private final RowStream<TradeRow> rows;
    private final CommissionSign sign;

    /**
     * A reader of fills.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param sign how the exchange signs the fee of a fill
     */
    public FuturesTradeRows(ObjectMapper json, CommissionSign sign) {
        this.rows = new RowStream<>(json, TradeRow.class, FuturesFill.SOURCE);
        this.sign = requireNonNull(sign, "sign is null");
    }

    /**
     * The fill that the parser has just come to.
     *
     * @param row its zero-based position
     * @param accountId whose fill
     * @throws recon.binance.source.MalformedReply if something is missing that every fill has
     * @throws IOException if the file ends or is no JSON
     */
    public FuturesFill read(JsonParser parser, int row, String accountId) throws IOException {
        return fill(rows.read(parser, row), new Fields(FuturesFill.SOURCE, row), accountId, sign);
    }

    static FuturesFill fill(TradeRow row, Fields fields, String accountId, CommissionSign sign) {
        return new FuturesFill(
                accountId,
                fields.text(row.symbol(), "symbol"),
                fields.need(row.id(), "id"),
                fields.need(row.orderId(), "orderId"),
                FuturesFields.positionSide(row.positionSide(), fields),
                FuturesFields.buyer(row.side(), fields),
                fields.need(row.maker(), "maker"),
                fields.need(row.price(), "price"),
                fields.need(row.qty(), "qty"),
                fields.need(row.realizedPnl(), "realizedPnl"),
                sign.paid(fields.need(row.commission(), "commission")),
                fields.text(row.commissionAsset(), "commissionAsset"),
                Fields.optional(row.marginAsset()),
                fields.time(row.time(), "time").toEpochMilli());
    }
}
