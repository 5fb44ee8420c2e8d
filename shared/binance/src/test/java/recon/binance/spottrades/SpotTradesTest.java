package recon.binance.spottrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.NoProgress;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.UnknownSymbol;
import recon.ledger.RawRef;
import recon.ledger.booking.SpotFill;
import recon.ledger.row.Final;
import recon.ledger.row.Observation;

class SpotTradesTest {
    private static final String ROW = """
            {"symbol":"BTCUSDT","id":28457,"orderId":100234,"orderListId":-1,"price":"4.00000100","qty":"12.00000000",
             "quoteQty":"48.000012","commission":"10.10000000","commissionAsset":"BNB","time":1499865549590,
             "isBuyer":true,"isMaker":false,"isBestMatch":true,"isNew":"unknown"}""";

    private final SpotTrades source = new SpotTrades(ExchangeJson.mapper());
    private final Scope scope = scope(Integer.MAX_VALUE);
    private final Cursor start = SpotTrades.start("BTCUSDT");

    private static Scope scope(int pageLimit) {
        return Samples.scope(Samples.SUB1, Instant.EPOCH, Instant.EPOCH, pageLimit);
    }

    private Page read(String body) {
        return source.read(Samples.reply(source.request(start, scope), body), "archive-key", start, scope);
    }

    @Test
    void theFirstRequestBeginsAtZero_withAWholePage() {
        Request request = source.request(start, scope);
        assertThat(request.line()).isEqualTo("GET /api/v3/myTrades?symbol=BTCUSDT&fromId=0&limit=1000");
        assertThat(request.charges().getFirst().weight()).isEqualTo(20);
    }

    @Test
    void aRowBecomesAFill_withEveryDigitItHas() {
        SpotFill expected = new SpotFill(
                "1002",
                Samples.BTCUSDT,
                28457,
                100234,
                new BigDecimal("4.00000100"),
                new BigDecimal("12.00000000"),
                new BigDecimal("48.000012"),
                new BigDecimal("10.10000000"),
                "BNB",
                Instant.parse("2017-07-12T13:19:09.590Z"),
                true,
                false);
        Page page = read("[" + ROW + "]");
        assertThat(page.observations()).containsExactly(expected.observe(new RawRef("archive-key", 0)));
        assertThat(page.rows()).isEqualTo(1);
    }

    @Test
    void theLastCursorIsABookmark() {
        Cursor end = read("[" + ROW + "]").next();
        assertThat(end.finished()).isTrue();
        assertThat(source.request(end.resumed(), scope).line()).contains("symbol=BTCUSDT&fromId=28457&limit=1000");
    }

    @Test
    void theBookmarkStays_whenThereIsNothingNew() {
        Cursor bookmark = start.with(SpotTrades.FROM_ID, 99);
        Page page = source.read(Samples.reply(source.request(bookmark, scope), "[]"), "k", bookmark, scope);
        assertThat(page.next()).isEqualTo(bookmark.finish());
        assertThat(read("[]").next()).isEqualTo(start.finish());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol",
                "id",
                "orderId",
                "price",
                "qty",
                "quoteQty",
                "commission",
                "commissionAsset",
                "time",
                "isBuyer",
                "isMaker"
            })
    void aRowWithoutOneOfItsFields_refusesThePage(String field) {
        String broken = ROW.replace("\"" + field + "\"", "\"x\"");
        assertThatThrownBy(() -> read("[" + ROW + "," + broken + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("row 1")
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[null]", "[[]]", "\"x\"", "[] []"})
    void aBodyThatIsNoPage_isRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedReply.class).hasMessageContaining("spot-trades");
    }

    @Test
    void aPriceThatIsNoNumber_isNamedByItsPlaceOnly() {
        assertThatThrownBy(() -> read("[" + ROW.replace("4.00000100", "4,5oo") + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("price")
                .hasMessageNotContaining("4,5oo");
    }

    @Test
    void rowsOutOfOrderOrOfAnotherSymbol_refuseThePage() {
        assertThatThrownBy(() -> read("[" + ROW + "," + ROW.replace("28457", "28456") + "]"))
                .isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("[" + ROW.replace("BTCUSDT", "ETHUSDT") + "]"))
                .isInstanceOf(MalformedReply.class);
    }

    @Test
    void aSymbolThatWasNeverListed_isNamed() {
        assertThatThrownBy(() -> source.request(SpotTrades.start("NEWUSDT"), scope))
                .isInstanceOf(UnknownSymbol.class)
                .hasMessageContaining("NEWUSDT");
    }

    @Test
    void aTradeThatFillsTheLongestPage_failsByName() {
        List<Long> ids = Collections.nCopies(1_000, 5L);
        assertThatThrownBy(() -> Walk.through(source, scope, start, exchange(ids)))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("BTCUSDT has 1000 rows of id 5");
    }

    @Property(tries = 300)
    void noRowIsLost_whateverThePageSize(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 12) Integer> drawn,
            @ForAll @IntRange(min = 1, max = 12) int pageLimit) {
        List<Long> ids = drawn.stream().map(Integer::longValue).sorted().toList();
        Walk walk = Walk.through(new SpotTrades(ExchangeJson.mapper()), scope(pageLimit), start, exchange(ids));
        assertThat(keys(walk)).containsExactlyInAnyOrderElementsOf(truth(ids));
        assertThat(walk.end().get(SpotTrades.FROM_ID))
                .isEqualTo(ids.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of("" + ids.getLast()));
    }

    @Property(tries = 200)
    void twoWalksSeeWhatOneSees_whereverTheFirstStopped(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 12) Integer> drawn,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit,
            @ForAll @IntRange(max = 30) int cut) {
        List<Long> ids = drawn.stream().map(Integer::longValue).sorted().toList();
        List<Long> early = ids.subList(0, Math.min(cut, ids.size()));
        Walk first = Walk.through(source, scope(pageLimit), start, exchange(early));
        Walk second = Walk.through(source, scope(pageLimit), first.end().resumed(), exchange(ids));
        List<String> seen = new ArrayList<>(keys(first));
        seen.addAll(keys(second));
        assertThat(seen.stream().distinct().toList()).containsExactlyInAnyOrderElementsOf(truth(ids));
    }

    @Test
    void theLeastIsAsked_whenPagesAreWhole() {
        List<Long> ids =
                java.util.stream.LongStream.rangeClosed(1, 2_500).boxed().toList();
        // 1..1000, 1000..1999, 1999..2500.
        assertThat(Walk.through(source, scope, start, exchange(ids)).requests()).hasSize(3);
    }

    private static List<String> truth(List<Long> ids) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            keys.add("BTCUSDT:" + ids.get(i) + ":" + (i + 1));
        }
        return keys;
    }

    private static List<String> keys(Walk walk) {
        return walk.observations().stream().map(SpotTradesTest::key).distinct().toList();
    }

    private static String key(Observation observation) {
        return ((Final) observation).booking().externalId();
    }

    /** Holds one row per id, with order ids 1, 2, 3, …; several rows may share an id. */
    private static Function<Request, String> exchange(List<Long> ids) {
        return request -> {
            long fromId = Long.parseLong(request.params().get("fromId"));
            long limit = Long.parseLong(request.params().get("limit"));
            return java.util.stream.IntStream.range(0, ids.size())
                    .filter(i -> ids.get(i) >= fromId)
                    .limit(limit)
                    .mapToObj(i -> ROW.replace("28457", "" + ids.get(i)).replace("100234", "" + (i + 1)))
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }
}
