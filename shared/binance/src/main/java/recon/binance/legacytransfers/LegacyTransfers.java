package recon.binance.legacytransfers;

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
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.row.Observation;
import recon.ledger.row.RowSeen;
import recon.ledger.row.WitnessRow;

/**
 * {@code GET /sapi/v1/sub-account/sub/transfer/history} with the main account's key, each sub-account as giver and
 * as receiver. A row is the universal transfer of the same id, so that it books only what no universal row has.
 * Where ids differ between endpoints nobody can tell which is which: then it witnesses.
 */
public final class LegacyTransfers implements Source {
    /** The name of the source. */
    public static final String NAME = "legacy-transfers";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/sub-account/sub/transfer/history",
            Reach.MAIN,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(LegacyTransferRow.class));
    private static final PagedWalk WALK = new PagedWalk(NAME, "page", "limit", Duration.ofDays(30), 500);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public LegacyTransfers(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), Lane.sides(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<LegacyTransferRow> rows = reader.rows(reply, LegacyTransferRow.class);
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (LegacyTransferRow row, Fields fields, RawRef raw) ->
                        seen(transfer(row, fields, scope).observe(reply.receivedAt(), raw), scope));
        return new Page(
                observations,
                rows.size(),
                WALK.after(rows.size(), OptionalLong.empty(), Lane.sides(scope), cursor, scope));
    }

    private static UniversalTransfer transfer(LegacyTransferRow row, Fields fields, Scope scope) {
        return new UniversalTransfer(
                scope.account().id(),
                fields.need(row.tranId(), "tranId"),
                party(fields.text(row.from(), "from"), scope),
                party(fields.text(row.to(), "to"), scope),
                fields.text(row.asset(), "asset"),
                fields.need(row.qty(), "qty"),
                fields.text(row.status(), "status"),
                fields.time(row.time(), "time"));
    }

    private static Party party(String email, Scope scope) {
        return new Party(email, scope.accountOf(email).map(Account::id), Wallet.SPOT);
    }

    private static Stream<? extends Observation> seen(RowSeen row, Scope scope) {
        return switch (scope.settings().transferIds()) {
            case SHARED -> Stream.of(row);
            case DISTINCT -> row.bookings().stream().map(LegacyTransfers::witness);
        };
    }

    private static WitnessRow witness(Booking booking) {
        Leg leg = booking.legs().getFirst();
        return new WitnessRow(
                booking.accountId(),
                NAME,
                booking.externalId() + ":" + booking.part(),
                booking.time(),
                leg.wallet(),
                leg.asset(),
                leg.amount(),
                booking.raw());
    }
}
