package recon.binance.futuresincome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.NoProgress;
import recon.binance.source.Scope;
import recon.ledger.row.Final;

class FuturesIncomesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> CONTRACTS = List.of("BTCUSDT", "ETHUSDT");

    private final FuturesIncomes source = new FuturesIncomes(ExchangeJson.mapper());

    record Row(int id, String type, String symbol, int millis) {
        String json() {
            return "{\"symbol\":\"" + symbol + "\",\"incomeType\":\"" + type
                    + "\",\"income\":\"-0.01\",\"asset\":\"USDT\"," + "\"time\":" + time() + ",\"tranId\":" + id
                    + ",\"tradeId\":\"\"}";
        }

        long time() {
            return FROM.toEpochMilli() + millis;
        }
    }

    private static Scope scope(int pageLimit) {
        return Samples.knowing(
                Samples.scope(Samples.SUB1, FROM, FROM.plusMillis(1_000), pageLimit), List.of(), CONTRACTS);
    }

    /** Inclusive on both sides, oldest first, no more than the limit. */
    private static Function<Request, String> exchange(List<Row> rows) {
        return request -> {
            var params = request.params();
            return rows.stream()
                    .filter(row -> row.time() >= Long.parseLong(params.get("startTime")))
                    .filter(row -> row.time() <= Long.parseLong(params.get("endTime")))
                    .filter(row -> row.type().equals(params.getOrDefault("incomeType", row.type())))
                    .filter(row -> row.symbol().equals(params.getOrDefault("symbol", row.symbol())))
                    .sorted(Comparator.comparingLong(Row::time))
                    .limit(Long.parseLong(params.get("limit")))
                    .map(Row::json)
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }

    private long found(List<Row> rows, int pageLimit) {
        return Walk.through(source, scope(pageLimit), Cursor.START, exchange(rows)).observations().stream()
                .map(row -> ((Final) row).booking().externalId())
                .distinct()
                .count();
    }

    private static List<Row> crowd(int count, String type, String symbol, int millis, int firstId) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(firstId + i, type, symbol, millis));
        }
        return rows;
    }

    @Test
    void firstRequest_asksForAWholePageFromTheBeginning() {
        Request request = source.request(Cursor.START, scope(Integer.MAX_VALUE));
        assertThat(request.line())
                .isEqualTo("GET /fapi/v1/income?startTime=1767225600000&endTime=1767225601000&limit=1000");
        // 30 of the half of 2,400 a minute that this address allows itself, in a bucket of its own.
        assertThat(request.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.weight()).isEqualTo(30);
            assertThat(charge.bucket().key()).isEqualTo("fapi:ip:egress-a");
            assertThat(charge.bucket().limit()).isEqualTo(1_200);
            assertThat(charge.bucket().door()).isEqualTo("door:futures:egress-a");
        });
    }

    @Property(tries = 150)
    void noRowIsLost_whateverThePageSize(
            @ForAll @Size(max = 40) List<@IntRange(max = 12) Integer> millis,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            rows.add(new Row(i, "FUNDING_FEE", "BTCUSDT", millis.get(i)));
        }
        assertThat(found(rows, pageLimit)).isEqualTo(rows.size());
    }

    /** A funding hour: three types, each below a thousand rows, all of one millisecond; one is of an unknown type. */
    @Test
    void crowdedMillisecond_isSplitByType() {
        List<Row> rows = new ArrayList<>(crowd(600, "FUNDING_FEE", "BTCUSDT", 5, 0));
        rows.addAll(crowd(1, "SOMETHING_NEW", "", 5, 600));
        rows.addAll(crowd(700, "COMMISSION", "ETHUSDT", 5, 700));
        rows.addAll(crowd(3, "TRANSFER", "", 6, 2_000));
        rows.addAll(crowd(2, "TRANSFER", "", 4, 3_000));
        // Behind the thousand that the crowded page shows: found by the type that an earlier row of it has.
        rows.addAll(crowd(1, "SOMETHING_NEW", "", 5, 4_000));
        assertThat(found(rows, Integer.MAX_VALUE)).isEqualTo(rows.size());
    }

    @Test
    void typeThatAloneFillsAPage_isSplitByContract() {
        List<Row> rows = new ArrayList<>(crowd(900, "FUNDING_FEE", "BTCUSDT", 1_000, 0));
        rows.addAll(crowd(800, "FUNDING_FEE", "ETHUSDT", 1_000, 900));
        rows.addAll(crowd(5, "TRANSFER", "", 1_000, 2_000));
        assertThat(found(rows, Integer.MAX_VALUE)).isEqualTo(rows.size());
    }

    @Test
    void whatCannotBeToldApart_failsByName() {
        assertThatThrownBy(() -> found(crowd(1_000, "FUNDING_FEE", "BTCUSDT", 5, 0), Integer.MAX_VALUE))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("FUNDING_FEE")
                .hasMessageContaining("BTCUSDT");
        assertThatThrownBy(() -> found(crowd(1_000, "TRANSFER", "", 5, 0), Integer.MAX_VALUE))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("no listed contract");
    }

    @Test
    void rowsThatDoNotAscend_refuseThePage() {
        List<Row> rows = new ArrayList<>(List.of(new Row(1, "TRANSFER", "", 5), new Row(2, "TRANSFER", "", 6)));
        Collections.reverse(rows);
        String body = rows.stream().map(Row::json).collect(Collectors.joining(",", "[", "]"));
        assertThatThrownBy(() -> source.read(
                        Samples.reply(source.request(Cursor.START, scope(10)), body), "k", Cursor.START, scope(10)))
                .isInstanceOf(MalformedReply.class);
    }
}
