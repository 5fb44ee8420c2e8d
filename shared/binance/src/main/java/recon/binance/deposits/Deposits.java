package recon.binance.deposits;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.OffsetWalk;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Wallets;
import recon.ledger.RawRef;
import recon.ledger.booking.Deposit;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/capital/deposit/hisrec}, by insert time. The status of a row moves on for days: the caller lets
 * its scopes overlap.
 */
public final class Deposits implements Source {
    private static final String NAME = Deposit.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/capital/deposit/hisrec",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(DepositRow.class));
    private static final OffsetWalk WALK = new OffsetWalk(NAME, Duration.ofDays(89), 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public Deposits(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<DepositRow> rows = reader.rows(reply, DepositRow.class);
        List<Observation> observations = IntStream.range(0, rows.size())
                .<Observation>mapToObj(i -> deposit(rows.get(i), reader.fields(i), scope)
                        .observe(reply.receivedAt(), new RawRef(archiveKey, i)))
                .toList();
        return new Page(observations, rows.size(), WALK.after(rows.size(), cursor, scope));
    }

    private static Deposit deposit(DepositRow row, Fields fields, Scope scope) {
        return new Deposit(
                scope.account().id(),
                fields.text(row.id(), "id"),
                fields.text(row.coin(), "coin"),
                fields.need(row.amount(), "amount"),
                Fields.optional(row.network()),
                Fields.optional(row.address()),
                Fields.optional(row.txId()),
                fields.need(row.status(), "status"),
                fields.time(row.insertTime(), "insertTime"),
                fields.optionalTime(row.completeTime(), "completeTime"),
                Wallets.ofType(row.walletType()));
    }
}
