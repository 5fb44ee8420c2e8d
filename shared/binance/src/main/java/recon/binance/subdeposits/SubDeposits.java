package recon.binance.subdeposits;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Lane;
import recon.binance.source.OffsetWalk;
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
import recon.ledger.row.Observation;
import recon.ledger.row.WitnessRow;

/**
 * {@code GET /sapi/v1/capital/deposit/subHisrec} with the main account's key, sub-account by sub-account: it
 * witnesses what each of them books with its own key.
 */
public final class SubDeposits implements Source {
    /** The name of the source. */
    public static final String NAME = "sub-deposits";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/capital/deposit/subHisrec",
            Reach.MAIN,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(SubDepositRow.class));
    private static final String EMAIL = "email";
    private static final OffsetWalk WALK = new OffsetWalk(NAME, Duration.ofDays(89), 1_000);
    private static final Set<Integer> CREDITED = Set.of(1, 6);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SubDeposits(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        Lane lane = Lane.at(cursor, lanes(scope), NAME);
        return WALK.ask(lane.on(ENDPOINT.request(scope)), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<SubDepositRow> rows = reader.rows(reply, SubDepositRow.class);
        Lane lane = Lane.at(cursor, lanes(scope), NAME);
        Account sub = scope.accountOf(lane.get(EMAIL)).orElseThrow();
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (SubDepositRow row, Fields fields, RawRef raw) -> witness(row, fields, raw, sub));
        Cursor next = WALK.after(rows.size(), cursor, scope);
        return new Page(observations, rows.size(), next.finished() ? lane.next(lanes(scope)) : next);
    }

    @Override
    public boolean idle(Scope scope) {
        return scope.subAccounts().isEmpty();
    }

    private static List<Lane> lanes(Scope scope) {
        return scope.subAccounts().stream()
                .map(sub -> Lane.of(EMAIL, sub.email()))
                .toList();
    }

    private static Stream<Observation> witness(SubDepositRow row, Fields fields, RawRef raw, Account sub) {
        WitnessRow witness = new WitnessRow(
                sub.id(),
                NAME,
                fields.text(row.id(), "id"),
                fields.time(row.insertTime(), "insertTime"),
                Wallets.ofType(row.walletType()),
                fields.text(row.coin(), "coin"),
                fields.need(row.amount(), "amount"),
                raw);
        return CREDITED.contains(fields.need(row.status(), "status")) ? Stream.of(witness) : Stream.of();
    }
}
