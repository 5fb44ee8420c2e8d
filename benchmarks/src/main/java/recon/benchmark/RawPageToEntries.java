package recon.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import recon.binance.budget.Limits;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.spottrades.SpotTrades;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;

/**
 * The bytes of one page of spot trades: what it costs to make entries of the books from them. Each call is timed by
 * itself, so that the median leaves out those during which something else had the processor.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class RawPageToEntries {
    private static final Instant RECEIVED = Instant.parse("2026-01-02T00:03:00Z");
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    /** How many trades the page has; 1,000 is the most that the exchange gives. */
    @Param({"10", "100", "1000"})
    private int rows;

    private final ObjectMapper plain = new ObjectMapper();
    private final SpotTrades source = new SpotTrades(ExchangeJson.mapper());
    private final recon.binance.source.Scope scope = new recon.binance.source.Scope(
            new Account("350123456", "main@example.com"),
            true,
            List.of(),
            Instant.EPOCH,
            RECEIVED,
            LedgerSettings.ASSUMED,
            name -> Optional.of(
                    new Symbol(TradesPage.SYMBOL, TradesPage.BASE, TradesPage.QUOTE, "TRADING", true, true)),
            Integer.MAX_VALUE,
            Limits.DOCUMENTED,
            "benchmark");
    private final Cursor cursor = SpotTrades.start(TradesPage.SYMBOL);
    private Reply reply = reply(0);
    private byte[] body = reply.body();

    /** As JMH makes it. */
    public RawPageToEntries() {}

    RawPageToEntries(int rows) {
        this.rows = rows;
    }

    /** Makes the page. */
    @Setup
    public void page() {
        reply = reply(rows);
        body = reply.body();
    }

    /** Ours: every row checked, exact, and booked with its base, quote and fee, each pointing to the raw row. */
    @Benchmark
    public Page bookings() {
        return source.read(reply, "raw/source=spot-trades/page.json.gz", cursor, scope);
    }

    /** What a script does: rows as maps, amounts as floating point, one net sum for each asset. Nothing is kept. */
    @Benchmark
    public Map<String, Double> mapsAndDoubles() throws IOException {
        Map<String, Double> net = new HashMap<>();
        for (Map<String, Object> row : plain.readValue(body, ROWS)) {
            int sign = Boolean.TRUE.equals(row.get("isBuyer")) ? 1 : -1;
            net.merge(TradesPage.BASE, sign * amount(row, "qty"), Double::sum);
            net.merge(TradesPage.QUOTE, -sign * amount(row, "quoteQty"), Double::sum);
            net.merge(String.valueOf(row.get("commissionAsset")), -amount(row, "commission"), Double::sum);
        }
        return net;
    }

    /** The floor for anything that goes through a tree: parsed, and nothing made of it. */
    @Benchmark
    public JsonNode treeOnly() throws IOException {
        return plain.readTree(body);
    }

    private static double amount(Map<String, Object> row, String name) {
        return Double.parseDouble(String.valueOf(row.get(name)));
    }

    private Reply reply(int count) {
        return new Reply(
                source.request(cursor, scope),
                200,
                Map.of("content-type", "application/json;charset=UTF-8"),
                RECEIVED,
                RECEIVED,
                TradesPage.body(count),
                true,
                Optional.empty());
    }
}
