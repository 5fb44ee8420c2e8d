package recon.binance.convert;

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
import recon.ledger.booking.Convert;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/convert/tradeFlow}. It has no pages: as long as it says that there is more, the window is halved.
 */
public final class Converts implements Source {
    private static final String NAME = Convert.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/convert/tradeFlow",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiUid(3_000),
            List.of(ConvertBody.class, ConvertRow.class));
    private static final SplitWalk WALK = new SplitWalk(NAME, Optional.of("limit"), Duration.ofDays(30), 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public Converts(ObjectMapper json) {
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
        ConvertBody body = reader.object(reply, ConvertBody.class);
        List<Observation> observations = reader.each(
                body.list(),
                "list",
                archiveKey,
                (ConvertRow row, Fields fields, RawRef raw) ->
                        Stream.of(convert(row, fields, scope).observe(reply.receivedAt(), raw, scope.settings())));
        boolean more = reader.fields(0).need(body.moreData(), "moreData");
        return new Page(observations, observations.size(), WALK.after(more, Lane.ONLY, cursor, scope));
    }

    private static Convert convert(ConvertRow row, Fields fields, Scope scope) {
        return new Convert(
                scope.account().id(),
                fields.need(row.orderId(), "orderId"),
                fields.text(row.orderStatus(), "orderStatus"),
                fields.text(row.fromAsset(), "fromAsset"),
                fields.need(row.fromAmount(), "fromAmount"),
                fields.text(row.toAsset(), "toAsset"),
                fields.need(row.toAmount(), "toAmount"),
                Optional.ofNullable(row.ratio()),
                fields.time(row.createTime(), "createTime"));
    }
}
