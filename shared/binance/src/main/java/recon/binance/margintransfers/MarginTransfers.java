package recon.binance.margintransfers;

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
import recon.ledger.row.Remarked;
import recon.ledger.row.WitnessRow;

/**
 * {@code GET /sapi/v1/margin/transfer}, of cross margin and of each isolated pair; newest first. It witnesses the
 * margin sides of transfers. Only what is confirmed is a movement.
 */
public final class MarginTransfers implements Source {
    /** The name of the source. */
    public static final String NAME = "margin-transfers";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/transfer",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(MarginTransferBody.class, MarginTransferRow.class));
    private static final String PAIR = "isolatedSymbol";
    private static final PagedWalk WALK = PagedWalk.current(NAME, Duration.ofDays(30));
    private static final String CONFIRMED = "CONFIRMED";

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public MarginTransfers(ObjectMapper json) {
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
        MarginTransferBody body = reader.object(reply, MarginTransferBody.class);
        List<Lane> lanes = Lane.margins(scope, PAIR);
        Wallet wallet = Wallets.ofMargin(WALK.lane(cursor, lanes).get(PAIR));
        List<@Nullable MarginTransferRow> rows = reader.fields(0).need(body.rows(), "rows");
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (MarginTransferRow row, Fields fields, RawRef raw) -> seen(row, fields, raw, wallet, scope));
        OptionalLong total = OptionalLong.of(reader.fields(0).need(body.total(), "total"));
        return new Page(observations, rows.size(), WALK.after(rows.size(), total, lanes, cursor, scope));
    }

    private static Stream<Observation> seen(
            MarginTransferRow row, Fields fields, RawRef raw, Wallet wallet, Scope scope) {
        long txId = fields.need(row.txId(), "txId");
        BigDecimal amount = fields.need(row.amount(), "amount");
        String type = fields.text(row.type(), "type");
        Instant time = fields.timeOrSeconds(row.timestamp(), "timestamp");
        String asset = fields.text(row.asset(), "asset");
        if (!fields.text(row.status(), "status").equals(CONFIRMED)) {
            return Stream.of();
        }
        return switch (type) {
            case "ROLL_IN" -> Stream.of(witness(txId, time, wallet, asset, amount, raw, scope));
            case "ROLL_OUT" -> Stream.of(witness(txId, time, wallet, asset, amount.negate(), raw, scope));
            default ->
                Stream.of(new Remarked(
                        scope.account().id(),
                        "DIRECTION_UNKNOWN",
                        NAME + "/" + txId,
                        "margin transfer " + txId + " is of the type " + type
                                + ": nobody knows its direction, and it is " + "compared with nothing",
                        raw));
        };
    }

    private static WitnessRow witness(
            long txId, Instant time, Wallet wallet, String asset, BigDecimal amount, RawRef raw, Scope scope) {
        return new WitnessRow(scope.account().id(), NAME, Long.toString(txId), time, wallet, asset, amount, raw);
    }
}
