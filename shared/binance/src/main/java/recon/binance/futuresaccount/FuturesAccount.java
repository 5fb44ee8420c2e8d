package recon.binance.futuresaccount;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
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
import recon.ledger.balance.CapturedPosition;
import recon.ledger.row.Captured;

/**
 * {@code GET /fapi/v3/account}: one page, the whole futures wallet with its open positions.
 */
public final class FuturesAccount implements Source {
    /** The name of the source. */
    public static final String NAME = "futures-account";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/fapi/v3/account",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.fapi(5),
            List.of(FuturesBody.class, AssetRow.class, PositionRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesAccount(ObjectMapper json) {
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
        FuturesBody body = reader.object(reply, FuturesBody.class);
        List<@Nullable AssetRow> assets = reader.fields(0).need(body.assets(), "assets");
        List<@Nullable PositionRow> held = reader.fields(0).need(body.positions(), "positions");
        List<AssetBalance> balances = IntStream.range(0, assets.size())
                .mapToObj(i ->
                        FuturesBalanceRows.balance(reader.fields(i).need(assets.get(i), "asset"), reader.fields(i)))
                .toList();
        List<CapturedPosition> positions = IntStream.range(0, held.size())
                .mapToObj(i -> position(held.get(i), reader.fields(i)))
                .filter(position -> position.amount().signum() != 0)
                .toList();
        BalanceCapture capture = new BalanceCapture(
                scope.account().id(),
                Wallet.FUTURES,
                NAME,
                reply.sentAt(),
                reply.receivedAt(),
                lastUpdate(assets),
                new RawRef(archiveKey, 0),
                balances,
                positions);
        return new Page(List.of(new Captured(capture)), assets.size(), Cursor.FINISHED);
    }

    /** Each asset has an update time of its own; the wallet changed when the last of them did. */
    private Optional<Instant> lastUpdate(List<@Nullable AssetRow> assets) {
        return IntStream.range(0, assets.size())
                .boxed()
                .flatMap(i -> reader
                        .fields(i)
                        .optionalTime(
                                reader.fields(i).need(assets.get(i), "asset").updateTime(), "updateTime")
                        .stream())
                .max(Instant::compareTo);
    }

    private static CapturedPosition position(@Nullable PositionRow given, Fields fields) {
        PositionRow row = fields.need(given, "position");
        return new CapturedPosition(
                fields.text(row.symbol(), "symbol"),
                fields.text(row.positionSide(), "positionSide"),
                fields.need(row.positionAmt(), "positionAmt"),
                fields.need(row.notional(), "notional"),
                fields.need(row.unrealizedProfit(), "unrealizedProfit"));
    }
}
