package recon.binance.spottrades;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.NoProgress;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.UnknownSymbol;
import recon.ledger.RawRef;
import recon.ledger.booking.SpotFill;
import recon.ledger.row.Observation;
import recon.ledger.symbol.Symbol;

/**
 * {@code GET /api/v3/myTrades}, symbol by symbol, by trade id and without windows. Each page begins with the last trade
 * of the one before: a self-trade has two rows with one id, and a page may end between them. The last cursor is
 * finished and a bookmark at once: the next walk goes on from {@link Cursor#resumed}.
 */
public final class SpotTrades implements Source {
    /** The cursor's key for the symbol; the caller sets it. */
    public static final String SYMBOL = "symbol";

    /** The cursor's key for the trade id to go on from, inclusive. */
    public static final String FROM_ID = "fromId";

    private static final String NAME = SpotFill.SOURCE;
    private static final Endpoint ENDPOINT =
            new Endpoint(NAME, "/api/v3/myTrades", Reach.ACCOUNT, Phase.TRADES, Price.api(20), List.of(TradeRow.class));
    private static final String LIMIT = "limit";
    private static final int MOST_ROWS = 1_000;

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SpotTrades(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    /** Where the walk of a symbol begins that has no bookmark yet. */
    public static Cursor start(String symbol) {
        return Cursor.START.with(SYMBOL, symbol);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope)
                .with(SYMBOL, symbol(cursor, scope).name())
                .with(FROM_ID, fromId(cursor))
                .with(LIMIT, limit(cursor, scope));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Symbol symbol = symbol(cursor, scope);
        List<TradeRow> rows = reader.rows(reply, TradeRow.class);
        List<SpotFill> fills = IntStream.range(0, rows.size())
                .mapToObj(i -> fill(rows.get(i), reader.fields(i), symbol, scope))
                .toList();
        ascending(fills, fromId(cursor));
        List<Observation> observations = IntStream.range(0, fills.size())
                .<Observation>mapToObj(i -> fills.get(i).observe(new RawRef(archiveKey, i)))
                .toList();
        return new Page(observations, rows.size(), next(fills, cursor, scope));
    }

    private static Cursor next(List<SpotFill> fills, Cursor cursor, Scope scope) {
        long limit = limit(cursor, scope);
        Cursor plain = cursor.without(LIMIT);
        if (fills.isEmpty()) {
            return plain.finish();
        }
        long last = fills.getLast().id();
        if (fills.size() < limit) {
            return plain.with(FROM_ID, last).finish();
        }
        if (last > fromId(cursor)) {
            return plain.with(FROM_ID, last);
        }
        // A full page of one and the same trade: only a longer one can lead out of it.
        if (limit >= MOST_ROWS) {
            throw new NoProgress(NAME, fills.getLast().symbol().name() + " has " + limit + " rows of trade " + last);
        }
        return cursor.with(LIMIT, Math.min(2 * limit, MOST_ROWS));
    }

    /** The walk is lossless only if the exchange keeps its order. */
    private static void ascending(List<SpotFill> fills, long fromId) {
        long previous = fromId;
        for (SpotFill fill : fills) {
            if (fill.id() < previous) {
                throw new MalformedReply(NAME, "trade " + fill.id() + " comes after trade " + previous);
            }
            previous = fill.id();
        }
    }

    private static SpotFill fill(TradeRow row, Fields fields, Symbol symbol, Scope scope) {
        if (!symbol.name().equals(fields.need(row.symbol(), SYMBOL))) {
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

    private static Symbol symbol(Cursor cursor, Scope scope) {
        String name = cursor.get(SYMBOL).orElseThrow(() -> new IllegalArgumentException("a cursor without symbol"));
        return scope.symbols().symbol(name).orElseThrow(() -> new UnknownSymbol(NAME, name));
    }

    private static long fromId(Cursor cursor) {
        return cursor.number(FROM_ID).orElse(0L);
    }

    private static long limit(Cursor cursor, Scope scope) {
        return cursor.number(LIMIT).orElse((long) scope.pageSize(MOST_ROWS));
    }
}
