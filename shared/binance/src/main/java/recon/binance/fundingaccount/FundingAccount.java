package recon.binance.fundingaccount;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.row.Captured;

/**
 * {@code POST /sapi/v1/asset/get-funding-asset}, a read all the same: one page, the whole funding wallet.
 */
public final class FundingAccount implements Source {
    /** The name of the source. */
    public static final String NAME = "funding-account";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/asset/get-funding-asset",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.sapiIp(1),
            List.of(FundingRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FundingAccount(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope).posted();
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<FundingRow> rows = reader.rows(reply, FundingRow.class);
        List<AssetBalance> balances = IntStream.range(0, rows.size())
                .mapToObj(i -> balance(rows.get(i), reader.fields(i)))
                .toList();
        BalanceCapture capture = new BalanceCapture(
                scope.account().id(),
                Wallet.FUNDING,
                NAME,
                reply.sentAt(),
                reply.receivedAt(),
                Optional.empty(),
                new RawRef(archiveKey, 0),
                balances);
        return new Page(List.of(new Captured(capture)), rows.size(), Cursor.FINISHED);
    }

    private static AssetBalance balance(FundingRow row, Fields fields) {
        return new AssetBalance(
                fields.text(row.asset(), "asset"),
                fields.need(row.free(), "free"),
                fields.need(row.locked(), "locked"));
    }
}
