package recon.binance.borrowrepay;

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
import recon.ledger.booking.MarginLoan;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/margin/borrow-repay}: what was borrowed, then what was paid back, in cross margin and in
 * each isolated pair; newest first. Without an asset its longest window is seven days.
 */
public final class BorrowRepay implements Source {
    private static final String NAME = MarginLoan.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/borrow-repay",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(10),
            List.of(LoanBody.class, LoanRow.class));
    private static final String TYPE = "type";
    private static final String PAIR = "isolatedSymbol";
    /** What is read again fits into one window with the day itself and the hours after it. */
    private static final Duration OVERLAP = Duration.ofDays(5);

    private static final PagedWalk WALK = PagedWalk.current(NAME, Duration.ofDays(7));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public BorrowRepay(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
    }

    @Override
    public boolean idle(Scope scope) {
        return !scope.known().margin();
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), lanes(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        LoanBody body = reader.object(reply, LoanBody.class);
        List<Lane> lanes = lanes(scope);
        Lane lane = WALK.lane(cursor, lanes);
        List<Observation> observations = reader.each(
                body.rows(),
                "rows",
                archiveKey,
                (LoanRow row, Fields fields, RawRef raw) ->
                        Stream.of(loan(row, fields, lane, scope).observe(reply.receivedAt(), raw)));
        OptionalLong total = OptionalLong.of(reader.fields(0).need(body.total(), "total"));
        return new Page(
                observations, observations.size(), WALK.after(observations.size(), total, lanes, cursor, scope));
    }

    private static List<Lane> lanes(Scope scope) {
        return Stream.of(MarginLoan.Kind.values())
                .flatMap(kind -> Lane.margins(scope, PAIR).stream().map(lane -> lane.and(TYPE, kind.name())))
                .toList();
    }

    private static MarginLoan loan(LoanRow row, Fields fields, Lane lane, Scope scope) {
        return new MarginLoan(
                scope.account().id(),
                MarginLoan.Kind.valueOf(lane.get(TYPE)),
                fields.need(row.txId(), "txId"),
                Wallets.ofMargin(lane.get(PAIR)),
                fields.text(row.asset(), "asset"),
                fields.need(row.amount(), "amount"),
                fields.need(row.principal(), "principal"),
                fields.need(row.interest(), "interest"),
                fields.text(row.status(), "status"),
                fields.time(row.timestamp(), "timestamp"));
    }
}
