package recon.binance.marginaccount;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.row.Captured;

/**
 * {@code GET /sapi/v1/margin/account}: one page, the whole cross margin wallet with what it owes.
 */
public final class MarginAccount implements Source {
    /** The name of the source. */
    public static final String NAME = "margin-account";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/account",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.sapiIp(10),
            List.of(MarginBody.class, MarginAssetRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public MarginAccount(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<@Nullable MarginAssetRow> rows =
                reader.fields(0).need(reader.object(reply, MarginBody.class).userAssets(), "userAssets");
        List<AssetBalance> balances = IntStream.range(0, rows.size())
                .mapToObj(i -> balance(rows.get(i), reader.fields(i)))
                .toList();
        BalanceCapture capture = new BalanceCapture(
                scope.account().id(),
                Wallet.MARGIN,
                NAME,
                reply.sentAt(),
                reply.receivedAt(),
                Optional.empty(),
                new RawRef(archiveKey, 0),
                balances);
        return new Page(List.of(new Captured(capture)), rows.size(), Cursor.FINISHED);
    }

    private static AssetBalance balance(@Nullable MarginAssetRow given, Fields fields) {
        MarginAssetRow row = fields.need(given, "asset");
        return new AssetBalance(
                fields.text(row.asset(), "asset"),
                fields.need(row.free(), "free"),
                fields.need(row.locked(), "locked"),
                fields.need(row.borrowed(), "borrowed"),
                fields.need(row.interest(), "interest"),
                BigDecimal.ZERO);
    }
}
