package recon.binance.futuresorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.ContractSource;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.ledger.row.Observation;

/**
 * {@code GET /fapi/v1/openOrders} of all contracts at once: one page. Its contracts are known to be used before a fill shows
 * it.
 */
public final class FuturesOpenOrders implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-open-orders";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/openOrders", Reach.ACCOUNT, Phase.MOVEMENTS, Price.fapi(40), List.of(OrderRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesOpenOrders(ObjectMapper json) {
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
        List<OrderRow> rows = reader.rows(reply, OrderRow.class);
        List<Observation> used =
                ContractSource.used(reader, rows, (row, fields) -> fields.text(row.symbol(), Cursor.SYMBOL), scope);
        return new Page(used, rows.size(), Cursor.FINISHED);
    }
}
