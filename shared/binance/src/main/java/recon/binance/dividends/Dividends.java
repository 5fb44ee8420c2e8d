package recon.binance.dividends;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Lane;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.SplitWalk;
import recon.ledger.RawRef;
import recon.ledger.booking.Dividend;
import recon.ledger.row.Observation;
import recon.ledger.row.Remarked;

/**
 * {@code GET /sapi/v1/asset/assetDividend}. It has no pages: a window whose answer is full is halved.
 */
public final class Dividends implements Source {
    private static final String NAME = Dividend.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/asset/assetDividend",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(10),
            List.of(DividendBody.class, DividendRow.class));
    private static final SplitWalk WALK = new SplitWalk(NAME, Optional.of("limit"), Duration.ofDays(180), 500);
    private static final int IN = 1;
    private static final int OUT = -1;

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public Dividends(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), Lane.ONLY, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<Observation> observations = reader.each(
                reader.object(reply, DividendBody.class).rows(),
                "rows",
                archiveKey,
                (DividendRow row, Fields fields, RawRef raw) -> dividend(row, fields, raw, scope));
        return new Page(observations, observations.size(), WALK.after(observations.size(), Lane.ONLY, cursor, scope));
    }

    private static Stream<Observation> dividend(DividendRow row, Fields fields, RawRef raw, Scope scope) {
        long id = fields.need(row.id(), "id");
        // Rows of before there was a direction were received.
        int direction = row.direction() == null ? IN : row.direction();
        Dividend dividend = new Dividend(
                scope.account().id(),
                id,
                fields.text(row.asset(), "asset"),
                fields.need(row.amount(), "amount"),
                direction == IN,
                Fields.optional(row.enInfo()),
                fields.time(row.divTime(), "divTime"));
        return direction == IN || direction == OUT
                ? Stream.of(dividend.observe(raw))
                : Stream.of(new Remarked(
                        scope.account().id(),
                        "DIRECTION_UNKNOWN",
                        NAME + "/" + id,
                        "dividend " + id + " has the direction " + direction
                                + ": nobody knows whether it was received, and it " + "is not booked",
                        raw));
    }
}
