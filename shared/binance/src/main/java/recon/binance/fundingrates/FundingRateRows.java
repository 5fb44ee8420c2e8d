package recon.binance.fundingrates;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import recon.binance.source.Fields;
import recon.binance.source.RowStream;
import recon.ledger.position.row.FundingRate;

/** What a row of {@code GET /fapi/v1/fundingRate} says. */
public final class FundingRateRows {
    private static final String SOURCE = "funding-rates";

    private final RowStream<FundingRateRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public FundingRateRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, FundingRateRow.class, SOURCE);
    }

    /**
     * The rate that the parser has just come to.
     *
     * @param row its zero-based position
     * @throws recon.binance.source.MalformedReply if something is missing that every rate has
     * @throws IOException if the file ends or is no JSON
     */
    public FundingRate read(JsonParser parser, int row) throws IOException {
        FundingRateRow given = rows.read(parser, row);
        Fields fields = new Fields(SOURCE, row);
        return new FundingRate(
                fields.text(given.symbol(), "symbol"),
                fields.time(given.fundingTime(), "fundingTime").toEpochMilli(),
                fields.need(given.fundingRate(), "fundingRate"),
                fields.need(given.markPrice(), "markPrice"));
    }
}
