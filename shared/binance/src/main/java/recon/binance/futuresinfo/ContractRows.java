package recon.binance.futuresinfo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import recon.binance.source.Fields;
import recon.binance.source.RowStream;
import recon.ledger.symbol.Contract;

/** What one of the {@code symbols} of {@code GET /fapi/v1/exchangeInfo} says, read one by one. */
public final class ContractRows {
    private static final String SOURCE = "futures-info";

    private final RowStream<ContractRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public ContractRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, ContractRow.class, SOURCE);
    }

    /**
     * The contract that the parser has just come to.
     *
     * @param row its zero-based position
     * @throws recon.binance.source.MalformedReply if something is missing that every contract has
     * @throws IOException if the file ends or is no JSON
     */
    public Contract read(JsonParser parser, int row) throws IOException {
        return FuturesInfo.contract(rows.read(parser, row), new Fields(SOURCE, row));
    }
}
