package recon.binance.isolatedaccount;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
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
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/margin/isolated/account}: one page, each pair a wallet of its own. A capture of all pairs
 * together says that there are no others.
 */
public final class IsolatedAccount implements Source {
    /** The name of the source. */
    public static final String NAME = "isolated-account";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/isolated/account",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.sapiIp(10),
            List.of(IsolatedBody.class, PairRow.class, SideRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public IsolatedAccount(ObjectMapper json) {
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
        List<@Nullable PairRow> rows =
                reader.fields(0).need(reader.object(reply, IsolatedBody.class).assets(), "assets");
        Stream<Observation> pairs = IntStream.range(0, rows.size())
                .mapToObj(i -> pair(rows.get(i), reader.fields(i), reply, new RawRef(archiveKey, i), scope));
        Captured all = captured(Wallet.ISOLATED_MARGIN, List.of(), reply, new RawRef(archiveKey, 0), scope);
        // What says that there are no others comes last: a pair whose capture was cut off must not count as empty.
        return new Page(Stream.concat(pairs, Stream.of(all)).toList(), rows.size(), Cursor.FINISHED);
    }

    private static Observation pair(@Nullable PairRow given, Fields fields, Reply reply, RawRef raw, Scope scope) {
        PairRow row = fields.need(given, "pair");
        List<AssetBalance> sides = List.of(
                balance(fields.need(row.baseAsset(), "baseAsset"), fields),
                balance(fields.need(row.quoteAsset(), "quoteAsset"), fields));
        return captured(Wallet.isolated(fields.text(row.symbol(), "symbol")), sides, reply, raw, scope);
    }

    private static Captured captured(Wallet wallet, List<AssetBalance> balances, Reply reply, RawRef raw, Scope scope) {
        return new Captured(new BalanceCapture(
                scope.account().id(),
                wallet,
                NAME,
                reply.sentAt(),
                reply.receivedAt(),
                Optional.empty(),
                raw,
                balances));
    }

    private static AssetBalance balance(SideRow row, Fields fields) {
        return new AssetBalance(
                fields.text(row.asset(), "asset"),
                fields.need(row.free(), "free"),
                fields.need(row.locked(), "locked"),
                fields.need(row.borrowed(), "borrowed"),
                fields.need(row.interest(), "interest"),
                BigDecimal.ZERO);
    }
}
