package recon.binance.stptransfers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import recon.ledger.booking.StpTransfer;
import recon.ledger.row.Observation;
import recon.ledger.symbol.Symbol;

/**
 * {@code GET /api/v3/myPreventedMatches} of one order: the caller knows of the order, and on which side it is,
 * since a row does not say it. Only the mode {@code TRANSFER} moves anything.
 */
public final class StpTransfers implements Source {
    private static final String NAME = StpTransfer.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/api/v3/myPreventedMatches",
            Reach.ACCOUNT,
            Phase.OCCASIONAL,
            Price.api(20),
            List.of(PreventedMatchRow.class));
    private static final String ORDER = "orderId";
    private static final String BUYER = "buyer";
    /** The cursor's key for the match to go on from, inclusive. */
    public static final String FROM = "fromPreventedMatchId";

    private static final String TRANSFER = "TRANSFER";
    private static final IdWalk WALK = new IdWalk(NAME, FROM, FROM, 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public StpTransfers(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        Request request = ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, scope.symbol(NAME, cursor).name())
                .with(ORDER, order(cursor));
        return WALK.ask(request, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Symbol symbol = scope.symbol(NAME, cursor);
        List<PreventedMatchRow> rows = reader.rows(reply, PreventedMatchRow.class);
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (PreventedMatchRow row, Fields fields, RawRef raw) -> moved(row, fields, raw, symbol, cursor, scope));
        List<Long> ids = IntStream.range(0, rows.size())
                .mapToObj(i -> reader.fields(i).need(rows.get(i).preventedMatchId(), "preventedMatchId"))
                .toList();
        return new Page(observations, rows.size(), WALK.after(ids, cursor, scope));
    }

    /** Where the walk of one order begins. */
    public static Cursor start(String symbol, long orderId, boolean buyer) {
        return Cursor.START.with(Cursor.SYMBOL, symbol).with(ORDER, orderId).with(BUYER, Boolean.toString(buyer));
    }

    private static Stream<Observation> moved(
            PreventedMatchRow row, Fields fields, RawRef raw, Symbol symbol, Cursor cursor, Scope scope) {
        long order = order(cursor);
        boolean maker = fields.need(row.makerOrderId(), "makerOrderId") == order;
        if (!maker && fields.need(row.takerOrderId(), "takerOrderId") != order) {
            throw new MalformedReply(NAME, "row " + fields.row() + " is of another order than " + order);
        }
        StpTransfer transfer = new StpTransfer(
                scope.account().id(),
                symbol,
                fields.need(row.preventedMatchId(), "preventedMatchId"),
                order,
                Boolean.parseBoolean(cursor.get(BUYER).orElseThrow()),
                fields.need(row.price(), "price"),
                fields.need(
                        row.makerPreventedQuantity() == null
                                ? row.takerPreventedQuantity()
                                : row.makerPreventedQuantity(),
                        "makerPreventedQuantity"),
                fields.time(row.transactTime(), "transactTime"));
        return fields.text(row.selfTradePreventionMode(), "selfTradePreventionMode")
                        .equals(TRANSFER)
                ? Stream.of(transfer.observe(raw))
                : Stream.of();
    }

    private static long order(Cursor cursor) {
        return cursor.number(ORDER).orElseThrow(() -> new IllegalArgumentException("a cursor without order"));
    }
}
