package recon.binance.subaccounts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.NoProgress;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;
import recon.ledger.row.Remarked;

/**
 * {@code GET /sapi/v1/sub-account/list}, page by page. It books nothing: a sub-account that nobody configured is named.
 */
public final class SubAccounts implements Source {
    /** The name of the source. */
    public static final String NAME = "sub-accounts";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/sub-account/list",
            Reach.MAIN,
            Phase.MOVEMENTS,
            Price.sapiIp(1),
            List.of(SubAccountBody.class, SubAccountRow.class));
    private static final String PAGE = "page";
    /** Without a limit it shows one. */
    private static final int MOST_ROWS = 200;

    private static final int MOST_PAGES = 1_000;

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public SubAccounts(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope).with(PAGE, page(cursor)).with("limit", scope.pageSize(MOST_ROWS));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<@Nullable SubAccountRow> rows =
                reader.fields(0).need(reader.object(reply, SubAccountBody.class).subAccounts(), "subAccounts");
        List<Observation> observations = reader.each(
                rows,
                "subAccounts",
                archiveKey,
                (SubAccountRow row, Fields fields, RawRef raw) -> unknown(row, fields, raw, scope));
        return new Page(observations, rows.size(), next(rows.size(), cursor, scope));
    }

    private static Cursor next(int rows, Cursor cursor, Scope scope) {
        if (rows < scope.pageSize(MOST_ROWS)) {
            return Cursor.FINISHED;
        }
        if (page(cursor) >= MOST_PAGES) {
            throw new NoProgress(NAME, MOST_PAGES + " full pages");
        }
        return Cursor.START.with(PAGE, page(cursor) + 1);
    }

    private static Stream<Observation> unknown(SubAccountRow row, Fields fields, RawRef raw, Scope scope) {
        String email = fields.text(row.email(), "email");
        return scope.accountOf(email).isPresent()
                ? Stream.of()
                : Stream.of(new Remarked(
                        scope.account().id(),
                        "SUB_ACCOUNT_NOT_CONFIGURED",
                        email,
                        "the sub-account " + email
                                + " exists and nobody keeps its books: configure it with a key of its own",
                        raw));
    }

    private static long page(Cursor cursor) {
        return cursor.number(PAGE).orElse(1L);
    }
}
