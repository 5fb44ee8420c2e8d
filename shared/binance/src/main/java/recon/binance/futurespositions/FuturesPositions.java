package recon.binance.futurespositions;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.ContractSource;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.ledger.row.Observation;

/**
 * {@code GET /fapi/v3/positionRisk}: one page with what is held and what an order waits for, now. It is archived as a capture
 * of the positions, and its contracts are asked for.
 */
public final class FuturesPositions implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-positions";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/fapi/v3/positionRisk",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.fapi(5),
            List.of(PositionRiskRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesPositions(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<PositionRiskRow> rows = reader.rows(reply, PositionRiskRow.class);
        List<Observation> used = ContractSource.used(reader, rows, FuturesPositions::contract, scope);
        return new Page(used, rows.size(), Cursor.FINISHED);
    }

    private static String contract(PositionRiskRow row, Fields fields) {
        fields.need(row.positionAmt(), "positionAmt");
        return fields.text(row.symbol(), Cursor.SYMBOL);
    }
}
