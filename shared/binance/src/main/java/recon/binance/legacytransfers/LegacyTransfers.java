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
import recon.ledger.booking.LegacyTransfer;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/sub-account/sub/transfer/history} with the main account's key, each sub-account as giver and
 * as receiver. A row is the universal transfer of the same id, so that it books only what no universal row has.
 * Where ids differ between endpoints {@link LegacyTransfer} tells which is which.
 */
public final class LegacyTransfers implements Source {
    /** The name of the source. */
    public static final String NAME = LegacyTransfer.SOURCE;

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
                        Stream.of(transfer(row, fields, scope).observe(books(scope), reply.receivedAt(), raw)));
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

    /** Under the key of the universal transfer, where it has the same id; else under its own. */
    private static String books(Scope scope) {
        return switch (scope.settings().transferIds()) {
            case SHARED -> UniversalTransfer.SOURCE;
            case DISTINCT -> NAME;
        };
    }

    private static Party party(String email, Scope scope) {
        return new Party(email, scope.accountOf(email).map(Account::id), Wallet.SPOT);
    }
}
