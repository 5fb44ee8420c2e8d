package recon.binance.spotaccount;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MisplacedKey;
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
import recon.ledger.row.Grouped;
import recon.ledger.row.Observation;

/**
 * {@code GET /api/v3/account}: one page, the whole spot wallet without its empty assets, and whether the account belongs
 * to a trade group.
 */
public final class SpotAccount implements Source {
    /** The name of the source. */
    public static final String NAME = "spot-account";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/api/v3/account",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.api(20),
            List.of(AccountBody.class, BalanceRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SpotAccount(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope).with("omitZeroBalances", "true");
    }

    /** The uid of the account that the key belongs to. */
    public String uid(Reply reply) {
        return uid(reader.object(reply, AccountBody.class));
    }

    /** @throws MisplacedKey if the answer is about another account than the one in the scope */
    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        AccountBody body = reader.object(reply, AccountBody.class);
        String uid = uid(body);
        if (!uid.equals(scope.account().id())) {
            throw new MisplacedKey(scope.account().id(), uid);
        }
        List<@Nullable BalanceRow> rows = reader.fields(0).need(body.balances(), "balances");
        List<AssetBalance> balances = IntStream.range(0, rows.size())
                .mapToObj(i -> balance(rows.get(i), reader.fields(i)))
                .toList();
        BalanceCapture capture = new BalanceCapture(
                uid,
                Wallet.SPOT,
                NAME,
                reply.sentAt(),
                reply.receivedAt(),
                reader.fields(0).optionalTime(body.updateTime(), "updateTime"),
                new RawRef(archiveKey, 0),
                balances);
        List<Observation> observations = Stream.<Observation>concat(
                        Stream.of(new Captured(capture)), grouped(uid, body).stream())
                .toList();
        return new Page(observations, rows.size(), Cursor.FINISHED);
    }

    /** Below zero there is no group. */
    private static Optional<Grouped> grouped(String uid, AccountBody body) {
        return Optional.ofNullable(body.tradeGroupId())
                .filter(group -> group >= 0)
                .map(group -> new Grouped(uid, group));
    }

    private String uid(AccountBody body) {
        return Long.toString(reader.fields(0).need(body.uid(), "uid"));
    }

    private static AssetBalance balance(@Nullable BalanceRow given, Fields fields) {
        BalanceRow row = fields.need(given, "balance");
        return new AssetBalance(
                fields.text(row.asset(), "asset"),
                fields.need(row.free(), "free"),
                fields.need(row.locked(), "locked"));
    }
}
