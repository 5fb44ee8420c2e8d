package recon.binance.universaltransfers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Wallets;
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.row.Observation;

/** {@code GET /sapi/v1/sub-account/universalTransfer} with the main account's key: it books both sides. */
public final class UniversalTransfers implements Source {
    private static final String NAME = UniversalTransfer.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/sub-account/universalTransfer",
            Reach.MAIN,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(TransferBody.class, TransferRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public UniversalTransfers(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return TransferWalk.ask(ENDPOINT.request(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<@Nullable TransferRow> rows =
                reader.fields(0).need(reader.object(reply, TransferBody.class).result(), "result");
        List<Observation> observations = IntStream.range(0, rows.size())
                .<Observation>mapToObj(i -> transfer(rows.get(i), reader.fields(i), scope)
                        .observe(reply.receivedAt(), new RawRef(archiveKey, i)))
                .toList();
        return new Page(observations, rows.size(), TransferWalk.after(rows.size(), cursor, scope));
    }

    private static UniversalTransfer transfer(@Nullable TransferRow given, Fields fields, Scope scope) {
        TransferRow row = fields.need(given, "transfer");
        return new UniversalTransfer(
                scope.account().id(),
                fields.need(row.tranId(), "tranId"),
                party(
                        fields.text(row.fromEmail(), "fromEmail"),
                        fields.text(row.fromAccountType(), "fromAccountType"),
                        scope),
                party(fields.text(row.toEmail(), "toEmail"), fields.text(row.toAccountType(), "toAccountType"), scope),
                fields.text(row.asset(), "asset"),
                fields.need(row.amount(), "amount"),
                fields.text(row.status(), "status"),
                fields.time(row.createTimeStamp(), "createTimeStamp"));
    }

    /** An account that nobody configured keeps its email and has no id: the other side still books. */
    private static Party party(String email, String accountType, Scope scope) {
        return new Party(email, scope.accountOf(email).map(Account::id), Wallets.ofAccountType(accountType));
    }
}
