package recon.binance.futurestrades;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
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
import recon.ledger.position.row.FuturesFill;

/**
 * {@code GET /fapi/v1/userTrades}, contract by contract. Nothing is booked by fills: the income books. They are archived,
 * and become positions later.
 */
public final class FuturesTrades implements ContractSource {
    private static final String NAME = FuturesFill.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/userTrades", Reach.ACCOUNT, Phase.CONTRACTS, Price.fapi(5), List.of(TradeRow.class));
    private static final ContractWalk WALK =
            new ContractWalk(new IdWalk(NAME, "fromId", "fromId", 1_000), Duration.ofDays(7));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesTrades(ObjectMapper json) {
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
        List<TradeRow> rows = reader.rows(reply, TradeRow.class);
        return WALK.page(reader, rows, (row, fields) -> step(row, fields, cursor.symbol()), cursor, scope);
    }

    private static Step step(TradeRow row, Fields fields, String contract) {
        fields.same(row.symbol(), contract);
        return new Step(
                fields.need(row.id(), "id"), fields.time(row.time(), "time").toEpochMilli(), true);
    }
}
