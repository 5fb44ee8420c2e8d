package recon.binance.futurespositions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import recon.binance.source.Fields;
import recon.binance.source.FuturesFields;
import recon.binance.source.RowStream;
import recon.ledger.position.row.CapturedPosition;

/** What a row of {@code GET /fapi/v3/positionRisk} says: the size as of its {@code updateTime}. */
public final class PositionRiskRows {
    private static final String SOURCE = "futures-positions";

    private final RowStream<PositionRiskRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public PositionRiskRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, PositionRiskRow.class, SOURCE);
    }

    /**
     * The position that the parser has just come to. Empty where nothing is held: such a row is there for an order that
     * waits, and its {@code updateTime} is the order's. Who knows when the answer was received captures zero himself.
     *
     * @param row its zero-based position
     * @param accountId whose position
     * @throws recon.binance.source.MalformedReply if something is missing that every position has
     * @throws IOException if the file ends or is no JSON
     */
    public Optional<CapturedPosition> read(JsonParser parser, int row, String accountId) throws IOException {
        PositionRiskRow given = rows.read(parser, row);
        Fields fields = new Fields(SOURCE, row);
        String symbol = fields.text(given.symbol(), "symbol");
        BigDecimal size = fields.need(given.positionAmt(), "positionAmt");
        return size.signum() == 0
                ? Optional.empty()
                : Optional.of(new CapturedPosition(
                        accountId,
                        symbol,
                        FuturesFields.positionSide(given.positionSide(), fields),
                        size,
                        Optional.ofNullable(given.markPrice()).filter(price -> price.signum() > 0),
                        fields.time(given.updateTime(), "updateTime").toEpochMilli()));
    }
}
