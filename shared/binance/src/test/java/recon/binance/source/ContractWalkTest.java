package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.futuresorders.FuturesAlgoOrders;
import recon.binance.futuresorders.FuturesOrders;
import recon.binance.futurestrades.FuturesTrades;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;

/** The walk from contract to contract, on an exchange that gives the newest rows of a window and the oldest from an id on. */
class ContractWalkTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DEPTH = Duration.ofDays(90);
    private static final Cursor START = Cursor.START.with(Cursor.SYMBOL, "BTCUSDT");

    private final Source trades = new FuturesTrades(ExchangeJson.mapper());
    private final Source orders = new FuturesOrders(ExchangeJson.mapper());
    private final TreeSet<Long> served = new TreeSet<>();

    record Row(long id, long time, String status) {
        static Row fill(long id, Duration after) {
            return new Row(id, FROM.plus(after).toEpochMilli(), "FILLED");
        }

        String json() {
            return "{\"symbol\":\"BTCUSDT\",\"id\":" + id + ",\"orderId\":" + id + ",\"status\":\"" + status
                    + "\",\"time\":" + time + "}";
        }
    }

    private static Scope scope(Instant now, int pageLimit) {
        return Samples.scope(Samples.SUB1, now.minus(DEPTH), now, pageLimit);
    }

    private Function<Request, String> exchange(List<Row> rows) {
        return request -> {
            Map<String, String> asked = request.params();
            long limit = Long.parseLong(asked.get("limit"));
            assertThat(limit).isLessThanOrEqualTo(1_000);
            List<Row> found = Stream.of("fromId", "orderId")
                    .filter(asked::containsKey)
                    .findFirst()
                    .map(id -> byId(rows, Long.parseLong(asked.get(id)), limit, asked))
                    .orElseGet(() -> byTime(rows, limit, asked));
            found.forEach(row -> served.add(row.id()));
            return found.stream().map(Row::json).collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static List<Row> byId(List<Row> rows, long from, long limit, Map<String, String> asked) {
        assertThat(asked).doesNotContainKeys("startTime", "endTime");
        return rows.stream()
                .filter(row -> row.id() >= from)
                .sorted(Comparator.comparingLong(Row::id))
                .limit(limit)
                .toList();
    }

    private static List<Row> byTime(List<Row> rows, long limit, Map<String, String> asked) {
        long from = Long.parseLong(asked.get("startTime"));
        long to = Long.parseLong(asked.get("endTime"));
        assertThat(to - from).as("a window").isBetween(0L, Duration.ofDays(7).toMillis() - 1);
        List<Row> found = rows.stream()
                .filter(row -> row.time() >= from && row.time() <= to)
                .sorted(Comparator.comparingLong(Row::id))
                .toList();
        return found.subList((int) Math.max(0, found.size() - limit), found.size());
    }

    @Property(tries = 200)
    void noRowIsLost_whateverThePageSizeAndTheGapsBetweenTheRows(
            @ForAll @Size(max = 30) List<@IntRange(max = 2_159) Integer> hours,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit) {
        List<Integer> ordered = hours.stream().sorted().toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            rows.add(Row.fill(100 + i, Duration.ofHours(ordered.get(i))));
        }
        served.clear();
        Walk.through(trades, scope(FROM.plus(DEPTH), pageLimit), START, exchange(rows));
        assertThat(served).hasSize(rows.size());
    }

    /** 90 days are twelve windows of a week and one of six days. */
    @Test
    void contractWithoutRows_isWalkedInThirteenWindows_andThenFromThereOn() {
        Walk first = Walk.through(trades, scope(FROM.plus(DEPTH), 1_000), START, exchange(List.of()));
        assertThat(first.requests()).hasSize(13);
        assertThat(first.requests().getFirst().line())
                .isEqualTo("GET /fapi/v1/userTrades?symbol=BTCUSDT&startTime=1767225600000&endTime=1767830399999"
                        + "&limit=1000");
        Walk second = Walk.through(
                trades,
                scope(FROM.plus(DEPTH).plus(Duration.ofHours(4)), 1_000),
                first.end().resumed(),
                exchange(List.of()));
        assertThat(second.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.params().get("startTime"))
                        .isEqualTo(Long.toString(
                                FROM.plus(DEPTH).minus(Duration.ofHours(1)).toEpochMilli())));
    }

    @Test
    void secondWalk_goesOnWithTheLastId() {
        List<Row> rows = new ArrayList<>(List.of(Row.fill(7, Duration.ofDays(80)), Row.fill(9, Duration.ofDays(81))));
        Walk first = Walk.through(trades, scope(FROM.plus(DEPTH), 1_000), START, exchange(rows));
        rows.add(Row.fill(12, Duration.ofDays(91)));
        served.clear();
        Walk second = Walk.through(
                trades,
                scope(FROM.plus(DEPTH).plus(Duration.ofDays(1)), 1_000),
                first.end().resumed(),
                exchange(rows));
        assertThat(second.requests())
                .extracting(Request::line)
                .containsExactly("GET /fapi/v1/userTrades?symbol=BTCUSDT&fromId=9&limit=1000");
        assertThat(served).containsExactly(9L, 12L);
        assertThat(ContractWalk.newest(second.end())).contains(FROM.plus(Duration.ofDays(91)));
    }

    /** What an id means that is older than three months is not documented. */
    @Test
    void idThatIsOlderThanTheExchangesMemory_isNotAskedFor() {
        Walk first = Walk.through(
                trades, scope(FROM.plus(DEPTH), 1_000), START, exchange(List.of(Row.fill(7, Duration.ofDays(80)))));
        Instant later = FROM.plus(Duration.ofDays(171));
        Walk second = Walk.through(
                trades,
                scope(later, 1_000),
                first.end().resumed(),
                exchange(List.of(Row.fill(50, Duration.ofDays(100)))));
        assertThat(second.requests().getFirst().params()).doesNotContainKey("fromId");
        assertThat(second.requests().getFirst().params().get("startTime"))
                .isEqualTo(Long.toString(later.minus(DEPTH).toEpochMilli()));
        assertThat(second.requests().getLast().params()).containsEntry("fromId", "50");
    }

    @Test
    void nextWalkOfOrders_beginsWithTheOldestThatWasOpen() {
        long time = FROM.plus(Duration.ofDays(89)).toEpochMilli();
        List<Row> rows = List.of(
                new Row(3, time, "FILLED"),
                new Row(4, time + 1, "NEW"),
                new Row(5, time + 2, "CANCELED"),
                new Row(6, time + 3, "PARTIALLY_FILLED"),
                new Row(7, time + 4, "EXPIRED"));
        for (int pageLimit : List.of(1, 2, 1_000)) {
            Walk walk = Walk.through(orders, scope(FROM.plus(DEPTH), pageLimit), START, exchange(rows));
            assertThat(walk.end().number("orderId")).contains(4L);
            assertThat(walk.end().values()).doesNotContainKey("unsettled");
            assertThat(ContractWalk.open(walk.end())).isTrue();
        }
    }

    @Test
    void bookmarkOfOrdersThatHaveAllEnded_isNotOpenAnyMore() {
        long time = FROM.plus(Duration.ofDays(89)).toEpochMilli();
        Walk first =
                Walk.through(orders, scope(FROM.plus(DEPTH), 10), START, exchange(List.of(new Row(4, time, "NEW"))));
        Walk second = Walk.through(
                orders,
                scope(FROM.plus(DEPTH).plusSeconds(1), 10),
                first.end().resumed(),
                exchange(List.of(new Row(4, time, "CANCELED"))));
        assertThat(ContractWalk.open(first.end())).isTrue();
        assertThat(ContractWalk.open(second.end())).isFalse();
    }

    /** More rows of one millisecond than a page holds. */
    @Test
    void millisecondThatFillsAPage_isReadById() {
        List<Row> rows = Stream.iterate(1L, id -> id + 1)
                .limit(7)
                .map(id -> Row.fill(id, Duration.ofDays(3)))
                .toList();
        Walk.through(orders, scope(FROM.plus(DEPTH), 3), START, exchange(rows));
        assertThat(served).hasSize(7);
    }

    @Test
    void rowOfAnotherContract_refusesThePage() {
        for (Source source : List.of(trades, orders, new FuturesAlgoOrders(ExchangeJson.mapper()))) {
            Scope scope = scope(FROM.plus(DEPTH), 10);
            String body = "[{\"symbol\":\"ETHUSDT\",\"id\":1,\"orderId\":1,\"algoId\":1,\"status\":\"NEW\","
                    + "\"algoStatus\":\"NEW\",\"time\":1767225600000,\"createTime\":1767225600000}]";
            assertThatThrownBy(() -> source.read(Samples.reply(source.request(START, scope), body), "k", START, scope))
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining("ETHUSDT")
                    .hasMessageContaining(source.name());
        }
    }

    @Test
    void idsThatDoNotAscend_refuseThePage() {
        Scope scope = scope(FROM.plus(DEPTH), 10);
        Cursor cursor = START.with("fromId", 5)
                .with("at", FROM.plus(Duration.ofDays(89)).toEpochMilli());
        String body = "[" + Row.fill(7, Duration.ofDays(89)).json() + ","
                + Row.fill(6, Duration.ofDays(89)).json() + "]";
        assertThatThrownBy(() -> trades.read(Samples.reply(trades.request(cursor, scope), body), "k", cursor, scope))
                .isInstanceOf(MalformedReply.class);
    }
}
