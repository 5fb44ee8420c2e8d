package recon.binance.klines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
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
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Span;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;
import recon.ledger.row.Priced;
import recon.ledger.symbol.Symbol;
import recon.ledger.valuation.ClosePrice;

/**
 * {@code GET /api/v3/klines}, interval 1d: the close of each day that the scope holds whole; a day without a candle is
 * told as one without a price. The caller puts {@code symbol} into the cursor.
 */
public final class Klines implements Source {
    /** The name of the source. */
    public static final String NAME = "klines";

    private static final Endpoint ENDPOINT =
            new Endpoint(NAME, "/api/v3/klines", Reach.EXCHANGE, Phase.PRICES, Price.api(2), List.of(KlineRow.class));

    private static final String FROM = "from";
    private static final int MOST_ROWS = 1_000;
    private static final Duration DAY = Duration.ofDays(1);
    /** Nobody needs prices before the snapshots are there. */
    private static final Duration EARLIEST = Duration.ofMinutes(30);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public Klines(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Duration afterMidnight() {
        return EARLIEST;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        return ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, scope.symbol(NAME, cursor).name())
                .with("interval", "1d")
                .with("startTime", window.from())
                .with("endTime", window.to())
                .with("limit", window.length().dividedBy(DAY));
    }

    /** @throws UnknownSymbol if the symbol was never listed */
    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        Symbol symbol = scope.symbol(NAME, cursor);
        Span window = window(cursor, scope);
        List<KlineRow> rows = reader.rows(reply, KlineRow.class);
        Map<Long, Candle> candles = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Candle candle = candle(rows.get(i), new RawRef(archiveKey, i), reader.fields(i));
            candles.put(candle.openTime(), candle);
        }
        // The candle of a day that is not over changes still.
        long over = Math.min(window.to(), reply.receivedAt().toEpochMilli() - 1);
        List<Observation> prices = LongStream.iterate(
                        window.from(), open -> open + DAY.toMillis() - 1 <= over, open -> open + DAY.toMillis())
                .<Observation>mapToObj(open -> new Priced(
                        price(symbol, open, Optional.ofNullable(candles.get(open)), new RawRef(archiveKey, 0))))
                .toList();
        Cursor next = window.to() == Span.wholeDays(scope).to() ? Cursor.FINISHED : cursor.with(FROM, window.to() + 1);
        return new Page(prices, rows.size(), next);
    }

    private static Candle candle(KlineRow row, RawRef raw, Fields fields) {
        long open = fields.need(row.openTime(), "openTime");
        long last = fields.need(row.closeTime(), "closeTime");
        BigDecimal close = fields.need(row.close(), "close");
        if (Math.floorMod(open, DAY.toMillis()) != 0 || last != open + DAY.toMillis() - 1) {
            throw new MalformedReply(NAME, "row " + fields.row() + " is no UTC day");
        }
        if (close.signum() <= 0) {
            throw new MalformedReply(NAME, "row " + fields.row() + " has a close that is not above zero");
        }
        return new Candle(open, close, raw);
    }

    private static ClosePrice price(Symbol symbol, long open, Optional<Candle> candle, RawRef answer) {
        return new ClosePrice(
                LocalDate.ofInstant(Instant.ofEpochMilli(open), ZoneOffset.UTC),
                symbol.name(),
                symbol.baseAsset(),
                symbol.quoteAsset(),
                candle.map(Candle::close),
                candle.map(Candle::raw).orElse(answer));
    }

    private static Span window(Cursor cursor, Scope scope) {
        Span days = Span.wholeDays(scope);
        long from = cursor.number(FROM).orElse(days.from());
        return days.piece(from, DAY.multipliedBy(scope.pageSize(MOST_ROWS)));
    }

    private record Candle(long openTime, BigDecimal close, RawRef raw) {}
}
