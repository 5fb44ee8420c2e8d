package recon.binance.forceliquidations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import recon.ledger.Wallet;
import recon.ledger.row.Observation;
import recon.ledger.row.WitnessRow;
import recon.ledger.symbol.Symbol;

/**
 * {@code GET /sapi/v1/margin/forceLiquidationRec}, of cross margin and of each isolated pair; newest first. It
 * witnesses the liquidations that the capital flow books, an order being one row for each of its two assets.
 */
public final class ForceLiquidations implements Source {
    /** The name of the source. */
    public static final String NAME = "force-liquidations";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/forceLiquidationRec",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(LiquidationBody.class, LiquidationRow.class));
    private static final String PAIR = "isolatedSymbol";
    private static final PagedWalk WALK = PagedWalk.current(NAME, Duration.ofDays(30));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public ForceLiquidations(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public boolean idle(Scope scope) {
        return !scope.known().margin();
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), Lane.margins(scope, PAIR), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        LiquidationBody body = reader.object(reply, LiquidationBody.class);
        List<Lane> lanes = Lane.margins(scope, PAIR);
        Wallet wallet = Wallets.ofMargin(WALK.lane(cursor, lanes).get(PAIR));
        List<@Nullable LiquidationRow> rows = reader.fields(0).need(body.rows(), "rows");
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (LiquidationRow row, Fields fields, RawRef raw) -> sides(row, fields, raw, wallet, scope));
        OptionalLong total = OptionalLong.of(reader.fields(0).need(body.total(), "total"));
        return new Page(observations, rows.size(), WALK.after(rows.size(), total, lanes, cursor, scope));
    }

    private static Stream<Observation> sides(
            LiquidationRow row, Fields fields, RawRef raw, Wallet wallet, Scope scope) {
        String name = fields.text(row.symbol(), "symbol");
        Symbol symbol = scope.symbols().listed(NAME, name);
        boolean buys = fields.text(row.side(), "side").equals("BUY");
        BigDecimal base = fields.need(row.executedQty(), "executedQty");
        BigDecimal quote = base.multiply(fields.need(row.avgPrice(), "avgPrice"));
        String order = Long.toString(fields.need(row.orderId(), "orderId"));
        Instant time = fields.time(row.updatedTime(), "updatedTime");
        return Stream.of(
                        side(order, time, wallet, symbol.baseAsset(), buys ? base : base.negate(), raw, scope),
                        side(order, time, wallet, symbol.quoteAsset(), buys ? quote.negate() : quote, raw, scope))
                .filter(side -> side.amount().signum() != 0)
                .map(side -> side);
    }

    private static WitnessRow side(
            String order, Instant time, Wallet wallet, String asset, BigDecimal amount, RawRef raw, Scope scope) {
        return new WitnessRow(scope.account().id(), NAME, order + ":" + asset, time, wallet, asset, amount, raw);
    }
}
