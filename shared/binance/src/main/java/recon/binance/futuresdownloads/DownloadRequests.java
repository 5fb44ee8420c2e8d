package recon.binance.futuresdownloads;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import recon.binance.request.HostFamily;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.request.Security;
import recon.binance.source.ContractSource;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Span;

/**
 * {@code GET /fapi/v1/income|trade|order/asyn} and its {@code /id}: asks for a file of up to a year, and then whether it is
 * there. The cursor begins with the kind, has the exchange's id of the download once it was started, and at last the
 * address of the file, which lies on another host and is fetched without key and signature.
 */
public final class DownloadRequests implements ContractSource {
    /** The name of the source: what was asked for; the files have one of their own, {@link DownloadedFile#SOURCE}. */
    public static final String NAME = "futures-download-requests";

    private static final int START_WEIGHT = 1_000;
    private static final int POLL_WEIGHT = 10;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/fapi/v1/income/asyn",
            Reach.ACCOUNT,
            Phase.OCCASIONAL,
            Price.fapi(START_WEIGHT),
            List.of(StartBody.class, StateBody.class));
    private static final String KIND = "kind";
    private static final String ID = "downloadId";
    private static final String ADDRESS = "url";

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public DownloadRequests(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    /** Where a download begins. */
    public static Cursor start(DownloadKind kind) {
        return Cursor.START.with(KIND, kind.word());
    }

    /** What is downloaded; empty if the cursor is about no download. */
    public static Optional<DownloadKind> kind(Cursor cursor) {
        return cursor.get(KIND).map(DownloadKind::of);
    }

    /** Whether a download has been started. */
    public static boolean started(Cursor cursor) {
        return cursor.get(ID).isPresent();
    }

    /** Where the file is, once it is there. */
    public static Optional<String> address(Cursor cursor) {
        return cursor.get(ADDRESS);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        String path = "/fapi/v1/" + cursor.get(KIND).orElseThrow() + "/asyn";
        Span whole = Span.of(scope);
        return cursor.get(ID)
                .map(id -> ask(path + "/id", POLL_WEIGHT, scope).with(ID, id))
                .orElseGet(() -> ask(path, START_WEIGHT, scope)
                        .with("startTime", whole.from())
                        .with("endTime", whole.to()));
    }

    private static Request ask(String path, int weight, Scope scope) {
        return Request.of(
                HostFamily.FAPI, path, Security.SIGNED, scope.charges().fapi(weight));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Fields fields = reader.fields(0);
        if (!started(cursor)) {
            String id = fields.text(reader.object(reply, StartBody.class).downloadId(), ID);
            return new Page(List.of(), 1, cursor.with(ID, id));
        }
        StateBody state = reader.object(reply, StateBody.class);
        if (Boolean.TRUE.equals(state.isExpired())) {
            throw new MalformedReply(NAME, "the file of this download is gone: ask for it anew");
        }
        boolean ready = fields.text(state.status(), "status").equals("completed");
        return new Page(
                List.of(), 1, ready ? cursor.with(ADDRESS, fields.text(state.url(), ADDRESS)) : cursor.waiting());
    }
}
