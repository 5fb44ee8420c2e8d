package recon.binance.klines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;

/**
 * {@code GET /fapi/v1/klines}, interval 1m, of the minutes that the caller names: what fees in another asset were worth. They
 * are archived.
 */
public final class MinuteKlines implements Source {
    /** The name of the source. */
    public static final String NAME = "futures-minute-klines";

    /** Up to so many minutes a request weighs 1. */
    public static final int MOST_MINUTES = 99;

    private static final Endpoint ENDPOINT =
            new Endpoint(NAME, "/fapi/v1/klines", Reach.EXCHANGE, Phase.PRICES, Price.fapi(1), List.of(KlineRow.class));
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final String FROM = "minute";
    private static final String MINUTES = "minutes";

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public MinuteKlines(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    /**
     * Asks for some minutes of a contract.
     *
     * @param first the first millisecond of the first minute
     * @param minutes how many, at most {@value #MOST_MINUTES}
     */
    public static Cursor of(String contract, long first, int minutes) {
        return Cursor.START.with(Cursor.SYMBOL, contract).with(FROM, first).with(MINUTES, minutes);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Set<Rhythm> rhythms() {
        return Set.of(Rhythm.FUTURES);
    }

    /** As the income does, whose fees are valued. */
    @Override
    public Optional<Duration> resumes() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public Duration overlap() {
        return Duration.ofDays(2);
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, cursor.symbol())
                .with("interval", "1m")
                .with("startTime", first(cursor))
                .with("endTime", end(cursor))
                .with("limit", cursor.number(MINUTES).orElseThrow());
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<KlineRow> rows = reader.rows(reply, KlineRow.class);
        for (int i = 0; i < rows.size(); i++) {
            check(rows.get(i), reader.fields(i), cursor);
        }
        return new Page(List.of(), rows.size(), cursor.finish());
    }

    private static void check(KlineRow row, Fields fields, Cursor cursor) {
        long open = fields.need(row.openTime(), "openTime");
        if (Math.floorMod(open, MINUTE) != 0 || open < first(cursor) || open > end(cursor)) {
            throw new MalformedReply(NAME, "row " + fields.row() + " is none of the minutes that were asked for");
        }
        if (fields.need(row.close(), "close").signum() <= 0) {
            throw new MalformedReply(NAME, "row " + fields.row() + " has a close that is not above zero");
        }
    }

    private static long first(Cursor cursor) {
        return cursor.number(FROM).orElseThrow(() -> new IllegalArgumentException("a cursor without minute"));
    }

    private static long end(Cursor cursor) {
        return first(cursor) + cursor.number(MINUTES).orElseThrow() * MINUTE - 1;
    }
}
