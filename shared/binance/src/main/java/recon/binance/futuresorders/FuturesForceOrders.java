package recon.binance.futuresorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.ContractSource;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Lane;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.SplitWalk;
import recon.ledger.row.Observation;

/**
 * {@code GET /fapi/v1/forceOrders} of all contracts at once, in windows of time: by which orders the exchange closed
 * positions. How far back it goes is not documented, so it is archived as often as the fills are.
 */
public final class FuturesForceOrders implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-force-orders";

    /** Without a symbol. */
    private static final int WEIGHT = 50;

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/forceOrders", Reach.ACCOUNT, Phase.MOVEMENTS, Price.fapi(WEIGHT), List.of(OrderRow.class));
    private static final SplitWalk WALK = new SplitWalk(NAME, Optional.of("limit"), Duration.ofDays(7), 100);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesForceOrders(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Optional<Duration> resumes() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), Lane.ONLY, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<OrderRow> rows = reader.rows(reply, OrderRow.class);
        List<Observation> used =
                ContractSource.used(reader, rows, (row, fields) -> fields.text(row.symbol(), Cursor.SYMBOL), scope);
        return new Page(used, rows.size(), WALK.after(rows.size(), Lane.ONLY, cursor, scope));
    }
}
