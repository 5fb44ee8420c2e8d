package recon.binance.margintrades;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
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
import recon.ledger.Wallet;
import recon.ledger.booking.SpotFill;
import recon.ledger.row.Observation;
import recon.ledger.symbol.Symbol;

/**
 * {@code GET /sapi/v1/margin/myTrades}, symbol by symbol, by trade id and without windows: first cross margin, then the
 * isolated pair where the account has one. The last cursor is finished and a bookmark of both at once.
 */
public final class MarginTrades implements Source {
    /** The name of the source. */
    public static final String NAME = "margin-trades";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/myTrades",
            Reach.ACCOUNT,
            Phase.TRADES,
            Price.sapiIp(10),
            List.of(MarginTradeRow.class));

    /** Set while the isolated pair is walked. */
    private static final String ISOLATED = "isolated";

    private static final IdWalk CROSS = new IdWalk(NAME, "fromId", "fromId", 1_000);
    private static final IdWalk PAIR = new IdWalk(NAME, "fromId", "isolatedFromId", 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public MarginTrades(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public boolean covers(Symbol symbol) {
        return symbol.marginTradingAllowed();
    }

    @Override
    public boolean idle(Scope scope) {
        return !scope.known().margin();
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        Request request = ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, scope.symbol(NAME, cursor).name())
                .with("isIsolated", isolated(cursor) ? "TRUE" : "FALSE");
        return walk(cursor).ask(request, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Symbol symbol = scope.symbol(NAME, cursor);
        Wallet wallet = isolated(cursor) ? Wallet.isolated(symbol.name()) : Wallet.MARGIN;
        List<MarginTradeRow> rows = reader.rows(reply, MarginTradeRow.class);
        List<SpotFill> fills = IntStream.range(0, rows.size())
                .mapToObj(i -> fill(rows.get(i), reader.fields(i), symbol, cursor, scope))
                .toList();
        List<Observation> observations = IntStream.range(0, fills.size())
                .<Observation>mapToObj(i -> fills.get(i).observe(NAME, wallet, new RawRef(archiveKey, i)))
                .toList();
        Cursor next = walk(cursor).after(fills.stream().map(SpotFill::id).toList(), cursor, scope);
        return new Page(observations, rows.size(), other(next, symbol, scope));
    }

    /** The isolated pair follows cross margin. */
    private static Cursor other(Cursor next, Symbol symbol, Scope scope) {
        if (!next.finished()) {
            return next;
        }
        boolean pair = scope.known().isolatedPairs().contains(symbol.name());
        return isolated(next) || !pair ? next.without(ISOLATED) : next.resumed().with(ISOLATED, "true");
    }

    private static SpotFill fill(MarginTradeRow row, Fields fields, Symbol symbol, Cursor cursor, Scope scope) {
        if (!symbol.name().equals(fields.need(row.symbol(), Cursor.SYMBOL))) {
            throw new MalformedReply(NAME, "a row of " + row.symbol() + " among those of " + symbol.name());
        }
        if (row.isolated() != null && row.isolated() != isolated(cursor)) {
            throw new MalformedReply(NAME, "row " + fields.row() + " is of the other margin wallet");
        }
        BigDecimal price = fields.need(row.price(), "price");
        BigDecimal qty = fields.need(row.qty(), "qty");
        return new SpotFill(
                scope.account().id(),
                symbol,
                fields.need(row.id(), "id"),
                fields.need(row.orderId(), "orderId"),
                price,
                qty,
                // This endpoint does not state it.
                price.multiply(qty),
                fields.need(row.commission(), "commission"),
                fields.text(row.commissionAsset(), "commissionAsset"),
                fields.time(row.time(), "time"),
                fields.need(row.buyer(), "isBuyer"),
                fields.need(row.maker(), "isMaker"));
    }

    private static IdWalk walk(Cursor cursor) {
        return isolated(cursor) ? PAIR : CROSS;
    }

    private static boolean isolated(Cursor cursor) {
        return cursor.get(ISOLATED).isPresent();
    }
}
