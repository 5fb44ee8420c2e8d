package recon.binance.subtransfers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Lane;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.SplitWalk;
import recon.binance.source.Wallets;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;
import recon.ledger.row.WitnessRow;

/**
 * {@code GET /sapi/v1/sub-account/transfer/subUserHistory} with a sub-account's own key: it witnesses what the main
 * account's view books: first what came in, then what went out. Only what has succeeded is a movement.
 */
public final class SubTransfers implements Source {
    /** The name of the source. */
    public static final String NAME = "sub-transfers";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/sub-account/transfer/subUserHistory",
            Reach.SUB,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(SubTransferRow.class));

    private static final String TYPE = "type";
    private static final String IN = "1";
    private static final String OUT = "2";
    private static final List<Lane> DIRECTIONS = List.of(Lane.of(TYPE, IN), Lane.of(TYPE, OUT));
    private static final SplitWalk WALK = new SplitWalk(NAME, Optional.of("limit"), Duration.ofDays(30), 500);

    private static final String SUCCESS = "SUCCESS";

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SubTransfers(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), DIRECTIONS, cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<SubTransferRow> rows = reader.rows(reply, SubTransferRow.class);
        boolean asked = WALK.lane(cursor, DIRECTIONS).get(TYPE).equals(IN);
        List<Observation> observations = IntStream.range(0, rows.size())
                .mapToObj(i -> witness(rows.get(i), reader.fields(i), asked, new RawRef(archiveKey, i), scope))
                .<Observation>flatMap(Optional::stream)
                .toList();
        return new Page(observations, rows.size(), WALK.after(rows.size(), DIRECTIONS, cursor, scope));
    }

    private static Optional<WitnessRow> witness(
            SubTransferRow row, Fields fields, boolean asked, RawRef raw, Scope scope) {
        boolean in = row.type() == null ? asked : row.type() == 1;
        BigDecimal qty = fields.need(row.qty(), "qty");
        String wallet = in
                ? fields.text(row.toAccountType(), "toAccountType")
                : fields.text(row.fromAccountType(), "fromAccountType");
        WitnessRow witness = new WitnessRow(
                scope.account().id(),
                NAME,
                Long.toString(fields.need(row.tranId(), "tranId")),
                fields.time(row.time(), "time"),
                Wallets.ofAccountType(wallet),
                fields.text(row.asset(), "asset"),
                in ? qty : qty.negate(),
                raw);
        return Optional.of(witness)
                .filter(moved -> fields.text(row.status(), "status").equals(SUCCESS));
    }
}
