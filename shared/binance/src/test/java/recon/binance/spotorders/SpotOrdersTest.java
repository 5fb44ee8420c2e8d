package recon.binance.spotorders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.UnknownSymbol;
import recon.ledger.RawRef;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderTerms;
import recon.ledger.row.Observation;
import recon.ledger.row.Sighted;

class SpotOrdersTest {
    static final String ROW = """
            {"symbol":"BTCUSDT","orderId":31,"orderListId":-1,"clientOrderId":"bot-1","price":"0.10000000",
             "origQty":"1.00000000","executedQty":"0.25000000","cummulativeQuoteQty":"0.02500000","status":"CANCELED",
             "timeInForce":"GTC","type":"LIMIT","side":"BUY","stopPrice":"0.00000000","icebergQty":"0.00000000",
             "time":1767571200000,"updateTime":1767571260500,"isWorking":true,"origQuoteOrderQty":"0.00000000",
             "workingTime":1767571200001,"selfTradePreventionMode":"NONE","isNew":"unknown"}""";

    /** Long after the row's last change. */
    private static final Instant NOW = Instant.parse("2026-01-06T00:02:00Z");

    private final SpotOrders source = new SpotOrders(ExchangeJson.mapper());
    private final Cursor start = Cursor.START.with(Cursor.SYMBOL, "BTCUSDT");
    private final Scope scope = scope(Integer.MAX_VALUE);

    private static Scope scope(int pageLimit) {
        return Samples.scope(Samples.SUB1, Instant.EPOCH, NOW, pageLimit);
    }

    private Page read(String body) {
        return source.read(Samples.reply(source.request(start, scope), body), "archive-key", start, scope);
    }

    @Test
    void theFirstRequestBeginsAtZero_withAWholePage() {
        Request request = source.request(start, scope);
        assertThat(request.line()).isEqualTo("GET /api/v3/allOrders?symbol=BTCUSDT&orderId=0&limit=1000");
        assertThat(request.charges().getFirst().weight()).isEqualTo(20);
    }

    @Test
    void aRowBecomesASighting_withEverythingThatTheLedgerKnowsOfAnOrder() {
        OrderSighting expected = new OrderSighting(
                new OrderKey("1002", "BTCUSDT", 31),
                "CANCELED",
                new OrderTerms(
                        "bot-1",
                        Optional.empty(),
                        "BUY",
                        "LIMIT",
                        "GTC",
                        BigDecimal.ONE,
                        new BigDecimal("0.1"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Instant.parse("2026-01-05T00:00:00Z"),
                        Optional.of(Instant.parse("2026-01-05T00:00:00.001Z"))),
                new Filled(new BigDecimal("0.25"), new BigDecimal("0.025")),
                BigDecimal.ZERO,
                "",
                Instant.parse("2026-01-05T00:01:00.500Z"),
                new RawRef("archive-key", 0));
        Page page = read("[" + ROW + "]");
        assertThat(page.observations()).containsExactly(new Sighted(expected, "BTC", "USDT", false));
        assertThat(page.rows()).isEqualTo(1);
    }

    @Test
    void whatSomeOrdersHave_isRead() {
        String row = ROW.replace("\"orderListId\":-1", "\"orderListId\":77,\"preventedQuantity\":\"0.5\"")
                .replace("\"selfTradePreventionMode\"", "\"expiryReason\":\"EXCHANGE_CANCELED\",\"x\"")
                .replace("\"stopPrice\":\"0.00000000\"", "\"stopPrice\":\"0.2\"")
                .replace("\"icebergQty\":\"0.00000000\"", "\"icebergQty\":\"0.3\"")
                .replace("\"origQuoteOrderQty\":\"0.00000000\"", "\"origQuoteOrderQty\":\"9\"")
                .replace("1767571200001", "-1");
        OrderSighting order = ((Sighted) read("[" + row + "]").observations().getFirst()).order();
        assertThat(order.terms().orderListId()).contains(77L);
        assertThat(order.preventedQuantity()).isEqualByComparingTo("0.5");
        assertThat(order.expiryReason()).isEqualTo("EXCHANGE_CANCELED");
        assertThat(order.terms().stopPrice()).isEqualByComparingTo("0.2");
        assertThat(order.terms().icebergQuantity()).isEqualByComparingTo("0.3");
        assertThat(order.terms().quoteQuantity()).isEqualByComparingTo("9");
        assertThat(order.terms().workingSince()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TRANSFER, true", "EXPIRE_MAKER, false", ", true"})
    void aPreventedMatchMayHaveMovedSomething_unlessTheOrderAskedForAnotherMode(@Nullable String mode, boolean moved) {
        String row = ROW.replace("\"orderListId\":-1", "\"orderListId\":-1,\"preventedMatchId\":7")
                .replace(
                        "\"selfTradePreventionMode\":\"NONE\"",
                        mode == null ? "\"x\":1" : "\"selfTradePreventionMode\":\"" + mode + "\"");
        assertThat(read("[" + row + "]").observations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Sighted.class, order -> assertThat(order.prevented()).isEqualTo(moved));
    }

    @Test
    void aQuoteQuantityBelowZero_isOneThatTheExchangeDoesNotHave() {
        String row = ROW.replace("\"cummulativeQuoteQty\":\"0.02500000\"", "\"cummulativeQuoteQty\":\"-1\"");
        assertThat(((Sighted) read("[" + row + "]").observations().getFirst())
                        .order()
                        .filled()
                        .quoteQuantity())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol",
                "orderId",
                "clientOrderId",
                "price",
                "origQty",
                "executedQty",
                "cummulativeQuoteQty",
                "status",
                "timeInForce",
                "type",
                "side",
                "time",
                "updateTime"
            })
    void aRowWithoutOneOfItsFields_refusesThePage(String field) {
        String broken = ROW.replace("\"" + field + "\"", "\"x\"");
        assertThatThrownBy(() -> read("[" + broken + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("row 0")
                .hasMessageContaining(field);
    }

    @Test
    void rowsOutOfOrderOrTwiceOrOfAnotherSymbol_refuseThePage() {
        assertThatThrownBy(() -> read("[" + ROW + "," + row(30, true) + "]")).isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("[" + ROW + "," + ROW + "]")).isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("[" + ROW.replace("BTCUSDT", "ETHUSDT") + "]"))
                .isInstanceOf(MalformedReply.class);
    }

    @Test
    void aSymbolThatWasNeverListed_isNamed() {
        assertThatThrownBy(() -> source.request(Cursor.START.with(Cursor.SYMBOL, "NEWUSDT"), scope))
                .isInstanceOf(UnknownSymbol.class)
                .hasMessageContaining("NEWUSDT");
    }

    @Test
    void theBookmarkIsBehindTheLastOrder_whenAllAreClosed() {
        Cursor end = read("[" + ROW + "]").next();
        assertThat(end.finished()).isTrue();
        assertThat(source.request(end.resumed(), scope).line()).contains("orderId=32&");
        assertThat(SpotOrders.updatedAt(end)).contains(Instant.parse("2026-01-05T00:01:00.500Z"));
    }

    @Test
    void theBookmarkStays_whenThereIsNothingNew() {
        Cursor bookmark = start.with(SpotOrders.FROM_ID, 99);
        Page page = source.read(Samples.reply(source.request(bookmark, scope), "[]"), "k", bookmark, scope);
        assertThat(page.next()).isEqualTo(bookmark.finish());
        assertThat(SpotOrders.updatedAt(page.next())).isEmpty();
    }

    /** The open order 3 is on the first of three pages, the open order 6 on the second. */
    @Test
    void theBookmarkIsTheLowestOpenOrder_whateverPageItWasOn() {
        Set<Integer> open = Set.of(3, 6);
        Walk first = Walk.through(source, scope(4), start, exchange(9, open));
        assertThat(first.requests().stream().map(request -> request.params().get("orderId")))
                .containsExactly("0", "5", "9");
        assertThat(first.end().number(SpotOrders.FROM_ID)).contains(3L);

        Walk second = Walk.through(source, scope(4), first.end().resumed(), exchange(9, Set.of(6)));
        assertThat(ids(second)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(second.end().number(SpotOrders.FROM_ID)).contains(6L);

        Walk third = Walk.through(source, scope(4), second.end().resumed(), exchange(9, Set.of()));
        assertThat(third.end().number(SpotOrders.FROM_ID)).contains(10L);
    }

    /** A minute before the walk began, and one millisecond later. */
    @Test
    void theBookmarkStaysAtAnOrder_thatChangedJustBefore() {
        long settled = NOW.minusSeconds(60).toEpochMilli();
        assertThat(read("[" + ROW.replace("1767571260500", "" + settled) + "]")
                        .next()
                        .number(SpotOrders.FROM_ID))
                .contains(32L);
        assertThat(read("[" + ROW.replace("1767571260500", "" + (settled + 1)) + "]")
                        .next()
                        .number(SpotOrders.FROM_ID))
                .contains(31L);
    }

    @Property(tries = 200)
    void everyOrderIsSeenAsItEnds_whateverThePageSizeAndWhateverWasOpenBefore(
            @ForAll @IntRange(max = 25) int before,
            @ForAll @IntRange(max = 10) int more,
            @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 25) Integer> open,
            @ForAll @IntRange(min = 1, max = 7) int pageLimit) {
        SpotOrders orders = new SpotOrders(ExchangeJson.mapper());
        Walk first = Walk.through(orders, scope(pageLimit), start, exchange(before, open));
        Walk second = Walk.through(orders, scope(pageLimit), first.end().resumed(), exchange(before + more, Set.of()));
        assertThat(ids(first)).containsExactlyElementsOf(upTo(before));
        Set<Long> closed = java.util.stream.Stream.concat(first.observations().stream(), second.observations().stream())
                .map(observation -> ((Sighted) observation).order())
                .filter(OrderSighting::closed)
                .map(order -> order.order().orderId())
                .collect(Collectors.toSet());
        assertThat(closed).containsExactlyInAnyOrderElementsOf(upTo(before + more));
    }

    private static List<Long> upTo(int count) {
        return java.util.stream.LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static List<Long> ids(Walk walk) {
        return walk.observations().stream().map(SpotOrdersTest::id).toList();
    }

    private static long id(Observation observation) {
        return ((Sighted) observation).order().order().orderId();
    }

    private static String row(int id, boolean closed) {
        String row = ROW.replace("\"orderId\":31", "\"orderId\":" + id);
        return closed ? row : row.replace("CANCELED", "PARTIALLY_FILLED");
    }

    /** Holds the orders 1 to {@code count}. */
    private static Function<Request, String> exchange(int count, Set<Integer> open) {
        return request -> {
            long from = Long.parseLong(request.params().get("orderId"));
            long limit = Long.parseLong(request.params().get("limit"));
            return java.util.stream.IntStream.rangeClosed(1, count)
                    .filter(id -> id >= from)
                    .limit(limit)
                    .mapToObj(id -> row(id, !open.contains(id)))
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }
}
