package recon.binance.futuresorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.ContractSource;
import recon.binance.source.ContractWalk;
import recon.binance.source.ContractWalk.Step;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.IdWalk;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;

/**
 * {@code GET /fapi/v1/allOrders}, contract by contract: what was not filled is found for three days only. They are archived,
 * and tell how positions came about.
 */
public final class FuturesOrders implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-orders";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/allOrders", Reach.ACCOUNT, Phase.CONTRACTS, Price.fapi(5), List.of(OrderRow.class));
    private static final ContractWalk WALK =
            new ContractWalk(new IdWalk(NAME, "orderId", "orderId", 1_000), Duration.ofDays(7));

    private static final Set<String> OPEN = Set.of("NEW", "PARTIALLY_FILLED");

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesOrders(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope).with(Cursor.SYMBOL, cursor.symbol()), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<OrderRow> rows = reader.rows(reply, OrderRow.class);
        return WALK.page(reader, rows, (row, fields) -> step(row, fields, cursor.symbol()), cursor, scope);
    }

    private static Step step(OrderRow row, Fields fields, String contract) {
        fields.same(row.symbol(), contract);
        return new Step(
                fields.need(row.orderId(), "orderId"),
                fields.time(row.time(), "time").toEpochMilli(),
                !OPEN.contains(fields.text(row.status(), "status")));
    }
}
