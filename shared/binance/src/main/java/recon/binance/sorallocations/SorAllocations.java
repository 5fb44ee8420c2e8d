package recon.binance.sorallocations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.IdWalk;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.SpotFill;
import recon.ledger.row.Observation;
import recon.ledger.symbol.Symbol;

/**
 * {@code GET /api/v3/myAllocations}, symbol by symbol, by allocation id and without windows: what smart order
 * routing filled is not among the trades. Only symbols that the exchange lists for it are asked for. The last
 * cursor is a bookmark.
 */
public final class SorAllocations implements Source {
    /** The name of the source. */
    public static final String NAME = "sor-allocations";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/api/v3/myAllocations", Reach.ACCOUNT, Phase.TRADES, Price.api(20), List.of(AllocationRow.class));
    private static final IdWalk WALK = new IdWalk(NAME, "fromAllocationId", "fromAllocationId", 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SorAllocations(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(
                ENDPOINT.request(scope)
                        .with(Cursor.SYMBOL, scope.symbol(NAME, cursor).name()),
                cursor,
                scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Symbol symbol = scope.symbol(NAME, cursor);
        List<AllocationRow> rows = reader.rows(reply, AllocationRow.class);
        List<SpotFill> fills = IntStream.range(0, rows.size())
                .mapToObj(i -> fill(rows.get(i), reader.fields(i), symbol, scope))
                .toList();
        List<Observation> observations = IntStream.range(0, fills.size())
                .<Observation>mapToObj(i -> fills.get(i).observe(NAME, Wallet.SPOT, new RawRef(archiveKey, i)))
                .toList();
        List<Long> ids = fills.stream().map(SpotFill::id).toList();
        return new Page(observations, rows.size(), WALK.after(ids, cursor, scope));
    }

    @Override
    public Optional<String> within() {
        return Optional.of(SpotFill.SOURCE);
    }

    @Override
    public boolean covers(Symbol symbol) {
        return symbol.sorAllowed();
    }

    private static SpotFill fill(AllocationRow row, Fields fields, Symbol symbol, Scope scope) {
        if (!symbol.name().equals(fields.need(row.symbol(), Cursor.SYMBOL))) {
            throw new MalformedReply(NAME, "a row of " + row.symbol() + " among those of " + symbol.name());
        }
        return new SpotFill(
                scope.account().id(),
                symbol,
                fields.need(row.allocationId(), "allocationId"),
                fields.need(row.orderId(), "orderId"),
                fields.need(row.price(), "price"),
                fields.need(row.qty(), "qty"),
                fields.need(row.quoteQty(), "quoteQty"),
                fields.need(row.commission(), "commission"),
                fields.text(row.commissionAsset(), "commissionAsset"),
                fields.time(row.time(), "time"),
                fields.need(row.buyer(), "isBuyer"),
                fields.need(row.maker(), "isMaker"));
    }
}
