package recon.binance.spotorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.completeness.Amendment;
import recon.ledger.order.OrderKey;
import recon.ledger.row.Amended;

/** {@code GET /api/v3/order/amendments}: how the quantity of one order was changed, by execution id. */
public final class OrderAmendments implements Source {
    /** The name of the source. */
    public static final String NAME = "order-amendments";

    private static final String ORDER_ID = "orderId";
    /** The cursor's key for the execution id to go on from, inclusive. */
    public static final String FROM_ID = "fromExecutionId";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/api/v3/order/amendments",
            Reach.ACCOUNT,
            Phase.OCCASIONAL,
            Price.api(4),
            List.of(AmendmentRow.class));
    private static final int MOST_ROWS = 1_000;

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public OrderAmendments(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    /** Where the walk through the amendments of an order begins. */
    public static Cursor start(String symbol, long orderId) {
        return Cursor.START.with(Cursor.SYMBOL, symbol).with(ORDER_ID, orderId);
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
        return ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, symbol(cursor))
                .with(ORDER_ID, orderId(cursor))
                .with(FROM_ID, fromId(cursor))
                .with("limit", scope.pageSize(MOST_ROWS));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        OrderKey order = new OrderKey(scope.account().id(), symbol(cursor), orderId(cursor));
        List<AmendmentRow> rows = reader.rows(reply, AmendmentRow.class);
        List<Amended> amendments = IntStream.range(0, rows.size())
                .mapToObj(i -> new Amended(amendment(rows.get(i), reader.fields(i), order)))
                .toList();
        long least = fromId(cursor);
        for (Amended amended : amendments) {
            long id = amended.amendment().executionId();
            if (id < least) {
                throw new MalformedReply(NAME, "execution " + id + " comes where one from " + least + " on is due");
            }
            least = id + 1;
        }
        Cursor next = cursor.with(FROM_ID, least);
        return new Page(
                List.copyOf(amendments), rows.size(), rows.size() < scope.pageSize(MOST_ROWS) ? next.finish() : next);
    }

    private static Amendment amendment(AmendmentRow row, Fields fields, OrderKey order) {
        if (!order.symbol().equals(fields.need(row.symbol(), Cursor.SYMBOL))
                || order.orderId() != fields.need(row.orderId(), ORDER_ID)) {
            throw new MalformedReply(
                    NAME, "a row of order " + row.orderId() + " of " + row.symbol() + " among those of " + order);
        }
        return new Amendment(order, fields.need(row.executionId(), "executionId"), fields.time(row.time(), "time"));
    }

    private static String symbol(Cursor cursor) {
        return cursor.get(Cursor.SYMBOL).orElseThrow(() -> new IllegalArgumentException("a cursor without symbol"));
    }

    private static long orderId(Cursor cursor) {
        return cursor.number(ORDER_ID).orElseThrow(() -> new IllegalArgumentException("a cursor without order"));
    }

    private static long fromId(Cursor cursor) {
        return cursor.number(FROM_ID).orElse(0L);
    }
}
