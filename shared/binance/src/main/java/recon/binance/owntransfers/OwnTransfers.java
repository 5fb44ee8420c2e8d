package recon.binance.owntransfers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Lane;
import recon.binance.source.MalformedReply;
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
import recon.ledger.booking.OwnTransfer;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/asset/transfer}, type by type, and pair by pair for isolated margin. The order of its rows is not
 * documented, and its longest window neither: a month is asked for at once.
 */
public final class OwnTransfers implements Source {
    private static final String NAME = OwnTransfer.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/asset/transfer",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(OwnTransferBody.class, OwnTransferRow.class));
    private static final PagedWalk WALK = PagedWalk.current(NAME, Duration.ofDays(30));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public OwnTransfers(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), TransferTypes.lanes(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        OwnTransferBody body = reader.object(reply, OwnTransferBody.class);
        List<Lane> lanes = TransferTypes.lanes(scope);
        Lane lane = WALK.lane(cursor, lanes);
        // An answer without any rows has no list in places.
        List<@Nullable OwnTransferRow> rows = body.rows() == null && total(body) == 0 ? List.of() : body.rows();
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (OwnTransferRow row, Fields fields, RawRef raw) ->
                        Stream.of(transfer(row, fields, lane, scope).observe(reply.receivedAt(), raw)));
        return new Page(
                observations,
                observations.size(),
                WALK.after(observations.size(), OptionalLong.of(total(body)), lanes, cursor, scope));
    }

    private long total(OwnTransferBody body) {
        return reader.fields(0).need(body.total(), "total");
    }

    private static OwnTransfer transfer(OwnTransferRow row, Fields fields, Lane lane, Scope scope) {
        String asked = lane.get(TransferTypes.TYPE);
        String type = fields.text(row.type(), TransferTypes.TYPE);
        if (!type.equals(asked)) {
            throw new MalformedReply(NAME, "a row of the type " + type + " among those of " + asked);
        }
        Wallets.Way way = Wallets.ofTransfer(
                        type, lane.get(TransferTypes.FROM_SYMBOL), lane.get(TransferTypes.TO_SYMBOL))
                .orElseThrow(() -> new MalformedReply(NAME, "nobody knows the wallets of " + type));
        return new OwnTransfer(
                scope.account().id(),
                fields.need(row.tranId(), "tranId"),
                way.from(),
                way.to(),
                fields.text(row.asset(), "asset"),
                fields.need(row.amount(), "amount"),
                fields.text(row.status(), "status"),
                fields.time(row.timestamp(), "timestamp"));
    }
}
