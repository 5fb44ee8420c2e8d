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
 * {@code GET /fapi/v1/allAlgoOrders}, contract by contract: conditional orders that were placed since 2025-12-09. They are
 * archived, and tell stops and targets.
 */
public final class FuturesAlgoOrders implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-algo-orders";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/allAlgoOrders", Reach.ACCOUNT, Phase.CONTRACTS, Price.fapi(5), List.of(AlgoOrderRow.class));
    private static final ContractWalk WALK =
            new ContractWalk(new IdWalk(NAME, "algoId", "algoId", 1_000), Duration.ofDays(7));

    /** One that was set off goes on as the order that it became. */
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "EXPIRED", "REJECTED");

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesAlgoOrders(ObjectMapper json) {
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
        List<AlgoOrderRow> rows = reader.rows(reply, AlgoOrderRow.class);
        return WALK.page(reader, rows, (row, fields) -> step(row, fields, cursor.symbol()), cursor, scope);
    }

    private static Step step(AlgoOrderRow row, Fields fields, String contract) {
        fields.same(row.symbol(), contract);
        return new Step(
                fields.need(row.algoId(), "algoId"),
                fields.time(row.createTime(), "createTime").toEpochMilli(),
                ENDED.contains(fields.text(row.algoStatus(), "algoStatus")));
    }
}
