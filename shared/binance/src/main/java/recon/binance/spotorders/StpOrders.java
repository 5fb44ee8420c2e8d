package recon.binance.spotorders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.booking.SpotFill;

/**
 * The orders of {@link SpotOrders} once more, for accounts that belong to a trade group, whether their stream is listened
 * to or not: which of them had a match prevented that moved something all the same. They have bookmarks of their own.
 */
public final class StpOrders implements Source {
    /** The name of the source. */
    public static final String NAME = "stp-orders";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/api/v3/allOrders", Reach.ACCOUNT, Phase.ORDERS, Price.api(20), List.of(OrderRow.class));

    private final SpotOrders orders;

    /** @param json as {@code ExchangeJson} makes it */
    public StpOrders(ObjectMapper json) {
        this.orders = new SpotOrders(json);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Optional<String> within() {
        return Optional.of(SpotFill.SOURCE);
    }

    @Override
    public boolean checksStream() {
        return false;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return orders.request(cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        return orders.read(reply, archiveKey, cursor, scope);
    }
}
