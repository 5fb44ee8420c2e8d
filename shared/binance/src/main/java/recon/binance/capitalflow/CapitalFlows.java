package recon.binance.capitalflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import recon.ledger.Wallet;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/margin/capital-flow}, of cross margin and of each isolated pair, in windows of seven days;
 * one whose answer is full is halved, since the order of its rows is not documented.
 */
public final class CapitalFlows implements Source {
    private static final String NAME = CapitalFlow.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/margin/capital-flow",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiIp(100),
            List.of(FlowRow.class));
    private static final String PAIR = "symbol";
    /** What is read again fits into one window with the day itself and the hours after it. */
    private static final Duration OVERLAP = Duration.ofDays(5);

    private static final SplitWalk WALK = new SplitWalk(NAME, Optional.of("limit"), Duration.ofDays(7), 1_000);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public CapitalFlows(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
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
        List<FlowRow> rows = reader.rows(reply, FlowRow.class);
        List<Lane> lanes = Lane.margins(scope, PAIR);
        Wallet wallet = Wallets.ofMargin(WALK.lane(cursor, lanes).get(PAIR));
        Map<Long, String> repaid = repaid(rows);
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (FlowRow row, Fields fields, RawRef raw) ->
                        flow(row, fields, wallet, repaid, scope).observe(raw, scope.settings()).stream());
        return new Page(observations, rows.size(), WALK.after(rows.size(), lanes, cursor, scope));
    }

    /** What each transaction pays back: its rows have one time, and so are on one page. */
    private static Map<Long, String> repaid(List<FlowRow> rows) {
        Map<Long, String> repaid = new HashMap<>();
        for (FlowRow row : rows) {
            if (CapitalFlow.REPAID.equals(row.type()) && row.tranId() != null && row.asset() != null) {
                repaid.put(row.tranId(), row.asset());
            }
        }
        return repaid;
    }

    private static CapitalFlow flow(FlowRow row, Fields fields, Wallet wallet, Map<Long, String> repaid, Scope scope) {
        return new CapitalFlow(
                scope.account().id(),
                fields.need(row.id(), "id"),
                wallet,
                fields.text(row.type(), "type"),
                fields.text(row.asset(), "asset"),
                fields.need(row.amount(), "amount"),
                fields.time(row.timestamp(), "timestamp"),
                Optional.ofNullable(row.tranId()).map(repaid::get));
    }
}
