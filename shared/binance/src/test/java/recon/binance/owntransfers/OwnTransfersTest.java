package recon.binance.owntransfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import recon.binance.source.Scope;
import recon.ledger.entry.Leg;
import recon.ledger.row.RowSeen;

class OwnTransfersTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private final OwnTransfers source = new OwnTransfers(ExchangeJson.mapper());

    record Moved(int id, String type, String from, String to, int hour) {
        String json() {
            return "{\"asset\":\"USDT\",\"amount\":\"2.5\",\"type\":\"" + type
                    + "\",\"status\":\"CONFIRMED\",\"tranId\":" + id + ",\"timestamp\":"
                    + FROM.plus(Duration.ofHours(hour)).toEpochMilli() + "}";
        }
    }

    private static Scope scope(int pageLimit, List<String> pairs) {
        return Samples.knowing(
                Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(40)), pageLimit), pairs, List.of());
    }

    private static Function<Request, String> exchange(List<Moved> moved) {
        return request -> {
            var params = request.params();
            long start = Long.parseLong(params.get("startTime"));
            long end = Long.parseLong(params.get("endTime"));
            List<String> all = moved.stream()
                    .filter(row -> row.type().equals(params.get("type")))
                    .filter(row -> row.from().equals(params.getOrDefault("fromSymbol", "")))
                    .filter(row -> row.to().equals(params.getOrDefault("toSymbol", "")))
                    .filter(row -> FROM.plus(Duration.ofHours(row.hour())).toEpochMilli() >= start
                            && FROM.plus(Duration.ofHours(row.hour())).toEpochMilli() <= end)
                    .map(Moved::json)
                    .toList();
            long size = Long.parseLong(params.get("size"));
            return all.stream()
                    .skip((Long.parseLong(params.get("current")) - 1) * size)
                    .limit(size)
                    .collect(Collectors.joining(",", "{\"total\":" + all.size() + ",\"rows\":[", "]}"));
        };
    }

    private List<String> legs(Walk walk) {
        return walk.observations().stream()
                .flatMap(row -> ((RowSeen) row).bookings().stream())
                .flatMap(booking -> booking.legs().stream())
                .map((Leg leg) -> leg.wallet() + " " + leg.amount())
                .toList();
    }

    @Test
    void everyDocumentedType_isAskedFor() {
        Walk without = Walk.through(source, scope(100, List.of()), Cursor.START, exchange(List.of()));
        Walk with = Walk.through(source, scope(100, List.of("BTCUSDT", "ETHUSDT")), Cursor.START, exchange(List.of()));
        // Two windows of a month for each of the 28 types without a pair; two pairs in, out, and each to the other.
        assertThat(without.requests()).hasSize(2 * 28);
        assertThat(with.requests()).hasSize(2 * (28 + 2 + 2 + 2));
        assertThat(with.requests().stream()
                        .map(request -> request.params().get("type"))
                        .distinct())
                .hasSize(31);
        assertThat(without.requests().getFirst().line())
                .isEqualTo(
                        "GET /sapi/v1/asset/transfer?type=MAIN_UMFUTURE&startTime=1767225600000&endTime=1769817599999"
                                + "&current=1&size=100");
    }

    @Test
    void pairOfAnIsolatedWallet_comesFromTheRequest() {
        List<Moved> moved = List.of(
                new Moved(1, "ISOLATEDMARGIN_ISOLATEDMARGIN", "BTCUSDT", "ETHUSDT", 5),
                new Moved(2, "MARGIN_ISOLATEDMARGIN", "", "BTCUSDT", 6),
                new Moved(3, "PORTFOLIO_MARGIN_MAIN", "", "", 7));
        assertThat(legs(Walk.through(source, scope(100, List.of("BTCUSDT", "ETHUSDT")), Cursor.START, exchange(moved))))
                .containsExactlyInAnyOrder(
                        "ISOLATED_MARGIN:BTCUSDT -2.5",
                        "ISOLATED_MARGIN:ETHUSDT 2.5",
                        "MARGIN -2.5",
                        "ISOLATED_MARGIN:BTCUSDT 2.5",
                        "PORTFOLIO_MARGIN -2.5",
                        "SPOT 2.5");
    }

    @Property(tries = 50)
    void noTransferIsLost_whateverThePageSize(
            @ForAll @Size(max = 20) List<@IntRange(max = 900) Integer> hours,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit) {
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            moved.add(new Moved(i, i % 3 == 0 ? "MAIN_FUNDING" : "FUNDING_MAIN", "", "", hours.get(i)));
        }
        Walk walk = Walk.through(source, scope(pageLimit, List.of()), Cursor.START, exchange(moved));
        assertThat(walk.observations().stream()
                        .map(row -> ((RowSeen) row).externalId())
                        .distinct())
                .hasSize(moved.size());
    }

    @Test
    void rowOfAnotherType_refusesThePage() {
        assertThatThrownBy(() -> Walk.through(
                        source,
                        scope(100, List.of()),
                        Cursor.START,
                        request -> "{\"total\":1,\"rows\":[" + new Moved(1, "MAIN_ODD", "", "", 1).json() + "]}"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("MAIN_ODD");
    }

    @Test
    void answerWithoutRows_needNotHaveAList() {
        Walk walk = Walk.through(source, scope(100, List.of()), Cursor.START, request -> "{\"total\":0}");
        assertThat(walk.observations()).isEmpty();
    }
}
