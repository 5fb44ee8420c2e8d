package recon.binance.spotorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;

/**
 * {@code GET /api/v3/openOrders} of all symbols at once: one page. Its symbols are known to be used before a trade or a
 * balance shows it.
 */
public final class OpenOrders implements Source {
    /** The name of the source. */
    public static final String NAME = "open-orders";

    /** Without a symbol. */
    private static final int WEIGHT = 80;

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/api/v3/openOrders", Reach.ACCOUNT, Phase.MOVEMENTS, Price.api(WEIGHT), List.of(OrderRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public OpenOrders(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public boolean checksStream() {
        return true;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<OrderRow> rows = reader.rows(reply, OrderRow.class);
        List<Observation> orders = IntStream.range(0, rows.size())
                .<Observation>mapToObj(
                        i -> OrderRows.sighted(rows.get(i), reader.fields(i), scope, new RawRef(archiveKey, i)))
                .toList();
        return new Page(orders, rows.size(), Cursor.FINISHED);
    }
}
