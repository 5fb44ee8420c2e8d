package recon.binance.margintrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import recon.binance.source.Scope;
import recon.ledger.row.Final;

class MarginTradesTest {
    private static final Cursor START = Cursor.START.with("symbol", "BTCUSDT");

    private final MarginTrades source = new MarginTrades(ExchangeJson.mapper());

    private static Scope scope(int pageLimit, List<String> pairs) {
        return Samples.knowing(Samples.scope(Samples.SUB1, Instant.EPOCH, Instant.EPOCH, pageLimit), pairs, List.of());
    }

    private static String row(long id, int order, boolean isolated) {
        return "{\"symbol\":\"BTCUSDT\",\"id\":" + id + ",\"orderId\":" + order
                + ",\"price\":\"40000.5\",\"qty\":\"0.1\",\"commission\":\"0.1\",\"commissionAsset\":\"BNB\","
                + "\"time\":1767225600000,\"isBuyer\":true,\"isMaker\":false,\"isIsolated\":" + isolated + "}";
    }

    private static Function<Request, String> exchange(List<Integer> cross, List<Integer> pair) {
        return request -> {
            boolean isolated = request.params().get("isIsolated").equals("TRUE");
            List<Integer> ids = (isolated ? pair : cross).stream().sorted().toList();
            return IntStream.range(0, ids.size())
                    .filter(i -> ids.get(i) >= Long.parseLong(request.params().get("fromId")))
                    .limit(Long.parseLong(request.params().get("limit")))
                    .mapToObj(i -> row(ids.get(i), i, isolated))
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static List<String> keys(Walk walk) {
        return walk.observations().stream()
                .map(row -> ((Final) row).booking().externalId())
                .distinct()
                .toList();
    }

    /** Two walks, the second from the bookmark of the first, see what is there, in both wallets. */
    @Property(tries = 150)
    void noFillIsLost_whateverThePageSize(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> cross,
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> pair,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit) {
        Scope scope = scope(pageLimit, List.of("BTCUSDT"));
        Walk walk = Walk.through(source, scope, START, exchange(cross, pair));
        assertThat(keys(walk)).hasSize(cross.size() + pair.size());

        Walk again = Walk.through(source, scope, walk.end().resumed(), exchange(List.of(20), List.of(30, 31)));
        assertThat(keys(again)).hasSize(3);
    }

    @Test
    void quoteIsPriceTimesQuantity_inTheWalletThatTraded() {
        Walk walk = Walk.through(source, scope(10, List.of("BTCUSDT")), START, exchange(List.of(1), List.of(2)));
        assertThat(walk.observations().stream()
                        .flatMap(row -> ((Final) row).booking().legs().stream())
                        .filter(leg -> leg.asset().equals("USDT"))
                        .map(leg -> leg.wallet() + " " + leg.amount().toPlainString()))
                .containsExactly("MARGIN -4000.05", "ISOLATED_MARGIN:BTCUSDT -4000.05");
    }

    @Test
    void pairThatTheAccountDoesNotHave_isNotAskedFor() {
        Walk walk = Walk.through(source, scope(10, List.of("ETHUSDT")), START, exchange(List.of(1), List.of(2)));
        assertThat(walk.requests().stream().map(Request::line))
                .containsExactly("GET /sapi/v1/margin/myTrades?symbol=BTCUSDT&isIsolated=FALSE&fromId=0&limit=10");
    }

    @Test
    void symbolWithoutMargin_isNotWorthAsking() {
        assertThat(source.covers(Samples.BTCUSDT)).isTrue();
        assertThat(source.covers(Samples.CHINESE)).isFalse();
    }

    @Test
    void rowOfTheOtherWallet_refusesThePage() {
        assertThatThrownBy(
                        () -> Walk.through(source, scope(10, List.of()), START, request -> "[" + row(1, 1, true) + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("other margin wallet");
    }
}
