package recon.binance.dust;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import recon.ledger.Wallet;
import recon.ledger.booking.Dust;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/asset/dribblet}, of the spot wallet and then of cross margin. It shows a hundred conversions at
 * most and has no pages: a window with so many is halved. It has no further past.
 */
public final class Dribblets implements Source {
    private static final String NAME = Dust.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/asset/dribblet",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(DustBody.class, DribbletRow.class, DetailRow.class));
    private static final String ACCOUNT = "accountType";
    private static final List<Lane> LANES = List.of(Lane.of(ACCOUNT, "SPOT"), Lane.of(ACCOUNT, "MARGIN"));
    private static final SplitWalk WALK = new SplitWalk(NAME, Optional.empty(), Duration.ofDays(30), 100);
    /** What small balances were turned into before there was a choice. */
    private static final String USUAL_TARGET = "BNB";

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public Dribblets(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), LANES, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        DustBody body = reader.object(reply, DustBody.class);
        Wallet wallet = new Wallet(WALK.lane(cursor, LANES).get(ACCOUNT));
        List<@Nullable DribbletRow> conversions =
                reader.fields(0).need(body.userAssetDribblets(), "userAssetDribblets");
        List<@Nullable DetailRow> details = new ArrayList<>();
        for (int i = 0; i < conversions.size(); i++) {
            DribbletRow conversion = reader.fields(i).need(conversions.get(i), "content");
            details.addAll(reader.fields(i).need(conversion.userAssetDribbletDetails(), "userAssetDribbletDetails"));
        }
        List<Observation> observations = reader.each(
                details,
                "details",
                archiveKey,
                (DetailRow row, Fields fields, RawRef raw) ->
                        Stream.of(dust(row, fields, wallet, scope).observe(raw, scope.settings())));
        return new Page(observations, conversions.size(), WALK.after(conversions.size(), LANES, cursor, scope));
    }

    private static Dust dust(DetailRow row, Fields fields, Wallet wallet, Scope scope) {
        String target = Fields.optional(row.targetAsset());
        return new Dust(
                scope.account().id(),
                fields.need(row.transId(), "transId"),
                wallet,
                fields.text(row.fromAsset(), "fromAsset"),
                fields.need(row.amount(), "amount"),
                target.isEmpty() ? USUAL_TARGET : target,
                fields.need(row.transferedAmount(), "transferedAmount"),
                fields.need(row.serviceChargeAmount(), "serviceChargeAmount"),
                fields.time(row.operateTime(), "operateTime"));
    }
}
