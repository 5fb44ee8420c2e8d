package recon.binance.fundingrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Scope;

class FundingRatesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final long EVERY = Duration.ofHours(8).toMillis();
    private static final Cursor START = Cursor.START.with(Cursor.SYMBOL, "BTCUSDT");

    private final FundingRates source = new FundingRates(ExchangeJson.mapper());
    private final TreeSet<Long> served = new TreeSet<>();

    private static Scope scope(Duration length, int pageLimit) {
        return Samples.scope(Samples.SUB1, FROM, FROM.plus(length), pageLimit);
    }

    private static String row(String symbol, long time) {
        return "{\"symbol\":\"" + symbol + "\",\"fundingTime\":" + time
                + ",\"fundingRate\":\"0.0001\",\"markPrice\":\"50000\"}";
    }

    /** A rate every eight hours, the oldest of the window first. */
    private String exchange(Request request) {
        long from = Long.parseLong(request.params().get("startTime"));
        long to = Long.parseLong(request.params().get("endTime"));
        return LongStream.iterate(Math.ceilDiv(from, EVERY) * EVERY, at -> at <= to, at -> at + EVERY)
                .limit(Long.parseLong(request.params().get("limit")))
                .peek(served::add)
                .mapToObj(at -> row("BTCUSDT", at))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void request_needsNoKey_andPaysInABucketOfItsOwn() {
        Request request = source.request(START, scope(Duration.ofDays(1), 5_000));
        assertThat(request.line())
                .isEqualTo("GET /fapi/v1/fundingRate?symbol=BTCUSDT&startTime=1767225600000&endTime=1767312000000"
                        + "&limit=1000");
        // Half of 500 requests in five minutes, apart from the weight of /fapi, behind the same door.
        assertThat(request.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.weight()).isEqualTo(1);
            assertThat(charge.header()).isEmpty();
            assertThat(charge.bucket().key()).isEqualTo("fapi:funding:ip:egress-a");
            assertThat(charge.bucket().window()).isEqualTo(Duration.ofMinutes(5));
            assertThat(charge.bucket().limit()).isEqualTo(250);
            assertThat(charge.bucket().door()).isEqualTo("door:futures:egress-a");
        });
    }

    /** Ten days have thirty rates and the one at their end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 1_000})
    void everyRateIsRead_whateverThePageSize_andOnlyNewOnesNextTime(int pageLimit) {
        Walk first = Walk.through(source, scope(Duration.ofDays(10), pageLimit), START, this::exchange);
        assertThat(served).hasSize(31);

        served.clear();
        Walk.through(source, scope(Duration.ofDays(11), pageLimit), first.end().resumed(), this::exchange);
        assertThat(served)
                .hasSize(3)
                .first()
                .isEqualTo(FROM.plus(Duration.ofHours(248)).toEpochMilli());
    }

    /** A bookmark whose next moment has not come yet. */
    @Test
    void walkThatHasNothingNew_endsWhereItStood() {
        Walk first = Walk.through(source, scope(Duration.ofDays(1), 1_000), START, this::exchange);
        Walk again = Walk.through(
                source, scope(Duration.ofDays(1), 1_000), first.end().resumed(), request -> "[]");
        assertThat(again.end()).isEqualTo(first.end());
    }

    @Test
    void rowThatIsNotTheNextOne_refusesThePage() {
        Scope scope = scope(Duration.ofDays(10), 1_000);
        long time = FROM.toEpochMilli();
        for (String body : new String[] {
            "[" + row("BTCUSDT", time) + "," + row("BTCUSDT", time) + "]",
            "[" + row("BTCUSDT", time + EVERY) + "," + row("BTCUSDT", time) + "]",
            "[" + row("BTCUSDT", time - EVERY) + "]",
            "[" + row("ETHUSDT", time) + "]",
            "[{\"symbol\":\"BTCUSDT\"}]"
        }) {
            assertThatThrownBy(() -> source.read(Samples.reply(source.request(START, scope), body), "k", START, scope))
                    .as(body)
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining("funding-rates");
        }
    }
}
