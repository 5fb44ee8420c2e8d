package recon.binance.margininterest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Lane;
import recon.binance.source.Page;
import recon.binance.source.PagedWalk;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Wallets;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.MarginInterest;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/margin/interestHistory}, of cross margin and of each isolated pair; newest first.
 */
public final class MarginInterests implements Source {
    private static final String NAME = MarginInterest.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/interestHistory",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(InterestBody.class, InterestRow.class));
    private static final String PAIR = "isolatedSymbol";
    private static final PagedWalk WALK = PagedWalk.current(NAME, Duration.ofDays(30));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public MarginInterests(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public boolean idle(Scope scope) {
        return !scope.known().margin();
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), Lane.margins(scope, PAIR), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        InterestBody body = reader.object(reply, InterestBody.class);
        List<Lane> lanes = Lane.margins(scope, PAIR);
        Wallet wallet = Wallets.ofMargin(WALK.lane(cursor, lanes).get(PAIR));
        List<Observation> observations = reader.each(
                body.rows(),
                "rows",
                archiveKey,
                (InterestRow row, Fields fields, RawRef raw) ->
                        Stream.of(interest(row, fields, wallet, scope).observe(raw)));
        OptionalLong total = OptionalLong.of(reader.fields(0).need(body.total(), "total"));
        return new Page(
                observations, observations.size(), WALK.after(observations.size(), total, lanes, cursor, scope));
    }

    private static MarginInterest interest(InterestRow row, Fields fields, Wallet wallet, Scope scope) {
        return new MarginInterest(
                scope.account().id(),
                fields.need(row.txId(), "txId"),
                wallet,
                fields.text(row.asset(), "asset"),
                fields.need(row.interest(), "interest"),
                fields.time(row.interestAccuredTime(), "interestAccuredTime"));
    }
}
