package recon.binance.spottrades;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
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
import recon.ledger.booking.SpotFill;
import recon.ledger.row.Observation;
import recon.ledger.symbol.Symbol;

/**
 * {@code GET /api/v3/myTrades}, symbol by symbol, by trade id and without windows: a self-trade has two rows with
 * one id, and a page may end between them. The last cursor is finished and a bookmark at once: the next walk goes
 * on from {@link Cursor#resumed}.
 */
public final class SpotTrades implements Source {
    /** The cursor's key for the trade id to go on from, inclusive. */
    public static final String FROM_ID = "fromId";

    private static final String NAME = SpotFill.SOURCE;
    private static final Endpoint ENDPOINT =
            new Endpoint(NAME, "/api/v3/myTrades", Reach.ACCOUNT, Phase.TRADES, Price.api(20), List.of(TradeRow.class));
    private static final IdWalk WALK = new IdWalk(NAME, FROM_ID, FROM_ID, 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SpotTrades(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    /** Where the walk of a symbol begins that has no bookmark yet. */
    public static Cursor start(String symbol) {
        return Cursor.START.with(Cursor.SYMBOL, symbol);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        Request request = ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, scope.symbol(NAME, cursor).name());
        return WALK.ask(request, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Symbol symbol = scope.symbol(NAME, cursor);
        List<TradeRow> rows = reader.rows(reply, TradeRow.class);
        List<SpotFill> fills = IntStream.range(0, rows.size())
                .mapToObj(i -> fill(rows.get(i), reader.fields(i), symbol, scope))
                .toList();
        List<Observation> observations = IntStream.range(0, fills.size())
                .<Observation>mapToObj(i -> fills.get(i).observe(new RawRef(archiveKey, i)))
                .toList();
        return new Page(
                observations,
                rows.size(),
                WALK.after(fills.stream().map(SpotFill::id).toList(), cursor, scope));
    }

    private static SpotFill fill(TradeRow row, Fields fields, Symbol symbol, Scope scope) {
        if (!symbol.name().equals(fields.need(row.symbol(), Cursor.SYMBOL))) {
            throw new MalformedReply(NAME, "a row of " + row.symbol() + " among those of " + symbol.name());
        }
        return new SpotFill(
                scope.account().id(),
                symbol,
                fields.need(row.id(), "id"),
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
