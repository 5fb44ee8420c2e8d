package recon.binance.futuresincome;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import recon.binance.source.Fields;
import recon.binance.source.RowStream;
import recon.ledger.booking.FuturesIncome;

/** What a row of {@code GET /fapi/v1/income} says, read one by one. */
public final class FuturesIncomeRows {
    private final RowStream<IncomeRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesIncomeRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, IncomeRow.class, FuturesIncome.SOURCE);
    }

    /**
     * The row that the parser has just come to.
     *
     * @param row its zero-based position
     * @param accountId whose income
     * @throws recon.binance.source.MalformedReply if something is missing that every row has
     * @throws IOException if the file ends or is no JSON
     */
    public FuturesIncome read(JsonParser parser, int row, String accountId) throws IOException {
        return income(rows.read(parser, row), new Fields(FuturesIncome.SOURCE, row), accountId);
    }

    static FuturesIncome income(IncomeRow row, Fields fields, String accountId) {
        return new FuturesIncome(
                accountId,
                fields.text(row.incomeType(), "incomeType"),
                fields.need(row.tranId(), "tranId"),
                Fields.optional(row.symbol()),
                fields.text(row.asset(), "asset"),
                fields.need(row.income(), "income"),
                fields.time(row.time(), "time"),
                Fields.optional(row.tradeId()));
    }
}
