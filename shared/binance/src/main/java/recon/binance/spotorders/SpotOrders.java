package recon.binance.spotorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import recon.ledger.RawRef;
import recon.ledger.order.OrderSighting;
import recon.ledger.row.Sighted;

/**
 * {@code GET /api/v3/allOrders}, symbol by symbol, by order id and without windows. The last cursor is finished and a
 * bookmark at once: the next walk goes on, from {@link Cursor#resumed}, with the oldest order that was not settled, for
 * an order that is open changes later, and of one that has just changed the reports may be on their way still.
 */
public final class SpotOrders implements Source {
    /** The name of the source. */
    public static final String NAME = "spot-orders";

    /** The cursor's key for the order id to go on from, inclusive. */
    public static final String FROM_ID = "orderId";

    /** The cursor's key for the newest change of any order of the symbol, epoch ms on the exchange's clock. */
    private static final String UPDATED = "updated";
    /** The cursor's key for the lowest order id met that is not settled. */
    private static final String UNSETTLED = "unsettled";

    /** The cursor's key that says that some order was not settled when the walk ended. */
    private static final String OPEN = "open";

    /** So long before the walk began an order must have stood still to be settled. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/api/v3/allOrders", Reach.ACCOUNT, Phase.ORDERS, Price.api(20), List.of(OrderRow.class));
    private static final int MOST_ROWS = 1_000;

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SpotOrders(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    /** Up to when it is settled what happened, for a walk of this scope; on the exchange's clock. */
    public static Instant settled(Scope scope) {
        return scope.to().minus(SETTLING);
    }

    /** When any order of the symbol last changed, as far as a walk or a bookmark has come; empty for no order. */
    public static Optional<Instant> updatedAt(Cursor cursor) {
        return cursor.number(UPDATED).map(Instant::ofEpochMilli);
    }

    /** Whether an order of the symbol may still change, as far as its bookmark knows. */
    public static boolean open(Cursor bookmark) {
        return bookmark.get(OPEN).isPresent();
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, scope.symbol(NAME, cursor).name())
                .with(FROM_ID, fromId(cursor))
                .with("limit", scope.pageSize(MOST_ROWS));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        String symbol = scope.symbol(NAME, cursor).name();
        List<OrderRow> rows = reader.rows(reply, OrderRow.class);
        List<Sighted> orders = IntStream.range(0, rows.size())
                .mapToObj(i -> sighted(rows.get(i), reader.fields(i), symbol, scope, new RawRef(archiveKey, i)))
                .toList();
        ascending(orders, fromId(cursor));
        return new Page(List.copyOf(orders), rows.size(), next(orders, cursor, scope));
    }

    private static Cursor next(List<Sighted> orders, Cursor cursor, Scope scope) {
        Optional<Long> unsettled = cursor.number(UNSETTLED)
                .or(() -> orders.stream()
                        .map(Sighted::order)
                        .filter(order -> !order.closed() || order.updatedAt().isAfter(settled(scope)))
                        .map(SpotOrders::id)
                        .findFirst());
        long from = orders.isEmpty() ? fromId(cursor) : id(orders.getLast().order()) + 1;
        Cursor next = Stream.concat(
                        updatedAt(cursor).stream(),
                        orders.stream().map(sighted -> sighted.order().updatedAt()))
                .max(Instant::compareTo)
                .map(newest -> cursor.with(UPDATED, newest.toEpochMilli()))
                .orElse(cursor);
        if (orders.size() < scope.pageSize(MOST_ROWS)) {
            Cursor end = next.without(UNSETTLED).with(FROM_ID, unsettled.orElse(from));
            return (unsettled.isPresent() ? end.with(OPEN, "true") : end.without(OPEN)).finish();
        }
        return unsettled.map(id -> next.with(UNSETTLED, id)).orElse(next).with(FROM_ID, from);
    }

    /** The walk is lossless only if the exchange keeps its order. */
    private static void ascending(List<Sighted> orders, long fromId) {
        long least = fromId;
        for (Sighted sighted : orders) {
            long id = id(sighted.order());
            if (id < least) {
                throw new MalformedReply(NAME, "order " + id + " comes where one from " + least + " on is due");
            }
            least = id + 1;
        }
    }

    private static Sighted sighted(OrderRow row, Fields fields, String symbol, Scope scope, RawRef raw) {
        if (!symbol.equals(fields.need(row.symbol(), Cursor.SYMBOL))) {
            throw new MalformedReply(NAME, "a row of " + row.symbol() + " among those of " + symbol);
        }
        return OrderRows.sighted(row, fields, scope, raw);
    }

    private static long id(OrderSighting order) {
        return order.order().orderId();
    }

    private static long fromId(Cursor cursor) {
        return cursor.number(FROM_ID).orElse(0L);
    }
}
