package recon.binance.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationTest {
    /** So few requests allowed that their number can bind before the weight does. */
    private static final Charges CHARGES =
            new Charges(Limits.DOCUMENTED.with(Map.of("RAW_REQUESTS:5MINUTE", 30_000)), "egress-a");

    private static final List<Charge> API = CHARGES.api(20);

    @Test
    void nothingIsSent_inTheLastSecondOfAMinute() {
        assertThat(Reservation.closedUntil(API, Instant.parse("2026-11-20T00:01:59Z")))
                .contains(Instant.parse("2026-11-20T00:02:00Z"));
        assertThat(Reservation.closedUntil(API, Instant.parse("2026-11-20T00:01:58.999Z")))
                .isEmpty();
    }

    /** A minute begins 100 ms late where the clock is known to 100 ms; a window of a second no later than 250 ms. */
    @Test
    void nothingIsSent_untilAWindowHasSurelyBegun() {
        Instant minute = Instant.parse("2026-11-20T00:02:00Z");
        Duration doubt = Duration.ofMillis(100);
        assertThat(Reservation.uncertainUntil(API, minute.plusMillis(99), doubt))
                .contains(minute.plusMillis(100));
        assertThat(Reservation.uncertainUntil(API, minute.plusMillis(100), doubt))
                .isEmpty();
        List<Charge> second = CHARGES.sapiUidSecond("/sapi/v1/x", 18_000, "7");
        assertThat(Reservation.uncertainUntil(second, minute.plusMillis(120), Duration.ofSeconds(3)))
                .contains(minute.plusMillis(250));
    }

    @Test
    void theSlowestBucketDecides_whenSeveralAreFull() {
        Instant now = Instant.parse("2026-11-20T00:01:30Z");
        // Half of 6000 is 3000: 2980 + 20 still fits, 2981 + 20 does not.
        assertThat(Reservation.fullUntil(
                        API,
                        Windows.PRESENT,
                        now,
                        (bucket, window) -> bucket.key().startsWith("api") ? 2_980 : 0))
                .isEmpty();
        assertThat(Reservation.fullUntil(
                        API,
                        Windows.PRESENT,
                        now,
                        (bucket, window) -> bucket.key().startsWith("api") ? 2_981 : 0))
                .contains(Instant.parse("2026-11-20T00:02:00Z"));
        assertThat(Reservation.fullUntil(API, Windows.PRESENT, now, (bucket, window) -> 15_000))
                .contains(Instant.parse("2026-11-20T00:05:00Z"));
    }

    /** Each of three minutes may be the exchange's present one: what is full is in the way until it cannot be any more. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00:00Z, 2026-11-20T00:02:00Z",
        "2026-11-20T00:01:00Z, 2026-11-20T00:02:00Z",
        "2026-11-20T00:02:00Z, 2026-11-20T00:03:00Z"
    })
    void neighbouringWindowsCount_asLongAsTheClockIsNotKnown(Instant full, Instant until) {
        Instant now = Instant.parse("2026-11-20T00:01:30Z");
        List<Charge> charges = CHARGES.sapiIp("/sapi/v1/x", 1);

        assertThat(Windows.NEIGHBOURS_TOO.of(charges.getFirst().bucket(), now))
                .extracting(Window::start)
                .containsExactly(
                        Instant.parse("2026-11-20T00:00:00Z"),
                        Instant.parse("2026-11-20T00:01:00Z"),
                        Instant.parse("2026-11-20T00:02:00Z"));
        assertThat(Reservation.fullUntil(charges, Windows.NEIGHBOURS_TOO, now, used(full, 5_999)))
                .isEmpty();
        assertThat(Reservation.fullUntil(charges, Windows.NEIGHBOURS_TOO, now, used(full, 6_000)))
                .contains(until);
    }

    private static ToIntBiFunction<Bucket, Window> used(Instant start, int weight) {
        return (bucket, window) -> window.start().equals(start) ? weight : 0;
    }

    /** 3,000 of weight a minute are at most 18,000 requests in a window of five minutes and a bit: below 150,000. */
    @Test
    void requestsAreNotCounted_whereTheWeightBindsFirst() {
        assertThat(new Charges(Limits.DOCUMENTED, "e").api(1)).hasSize(1);
        assertThat(Limits.DOCUMENTED
                        .with(Map.of("RAW_REQUESTS:5MINUTE", 36_000))
                        .weightBindsFirst())
                .isTrue();
        assertThat(Limits.DOCUMENTED
                        .with(Map.of("RAW_REQUESTS:5MINUTE", 35_999))
                        .weightBindsFirst())
                .isFalse();
    }

    @Test
    void gatesAreTheBucketsAndTheirDoor() {
        assertThat(Reservation.gates(API)).containsExactly("api:ip:egress-a", "door:spot:egress-a", "raw:ip:egress-a");
    }

    @Test
    void sapiSharesTheDoorOfItsHost_andFuturesDoNot() {
        assertThat(Reservation.gates(CHARGES.sapiIp("/sapi/v1/x", 1)))
                .containsExactly("sapi:/sapi/v1/x:ip:egress-a", "door:spot:egress-a");
        assertThat(Reservation.gates(CHARGES.fapi(1))).containsExactly("fapi:ip:egress-a", "door:futures:egress-a");
    }

    @Test
    void headersNameTheWindow_ofEachBucket() {
        assertThat(API.getFirst().header()).contains("x-mbx-used-weight-1m");
        assertThat(API.getLast().header()).isEmpty();
        assertThat(CHARGES.sapiIp("/p", 1).getFirst().header()).contains("x-sapi-used-ip-weight-1m");
        assertThat(CHARGES.sapiUid("/p", 1, "7").getFirst().header()).contains("x-sapi-used-uid-weight-1m");
        Charge second = CHARGES.sapiUidSecond("/p", 18_000, "7").getFirst();
        assertThat(second.header()).contains("x-sapi-used-uid-weight-1s");
        assertThat(second.bucket().key()).isEqualTo("sapi:/p:uid:7");
        assertThat(second.bucket().limit()).isEqualTo(90_000);
    }

    @Test
    void listedLimitsReplaceTheDocumentedOnes_andUnknownOnesAreIgnored() {
        Limits limits = Limits.DOCUMENTED.with(
                Map.of("REQUEST_WEIGHT:1MINUTE", 1_200, "RAW_REQUESTS:5MINUTE", 61_000, "ORDERS:10SECOND", 50, "?", 1));
        assertThat(limits.share(limits.apiWeight())).isEqualTo(600);
        assertThat(limits.share(limits.apiRaw())).isEqualTo(30_500);
        assertThat(limits.sapiIp()).isEqualTo(Limits.DOCUMENTED.sapiIp());
        assertThat(Limits.DOCUMENTED.with(Map.of())).isEqualTo(Limits.DOCUMENTED);
    }

    @Test
    void theShortestIntervalBinds_whenATypeIsListedTwice() {
        Limits limits = Limits.DOCUMENTED.with(Map.of("REQUEST_WEIGHT:1DAY", 100_000, "REQUEST_WEIGHT:1MINUTE", 5_000));
        assertThat(limits.apiWeight().limit()).isEqualTo(5_000);
    }

    @Test
    void aChargeThatNeverFits_isAnErrorAtOnce() {
        Limits tiny = Limits.DOCUMENTED.with(Map.of("REQUEST_WEIGHT:1MINUTE", 39, "RAW_REQUESTS:5MINUTE", 60));
        assertThatThrownBy(() -> new Charges(tiny, "e").api(20)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Charges(tiny, "e").api(19)).hasSize(2);
    }

    /** What the futures exchange lists is of no concern to the spot limits, and the other way round. */
    @Test
    void futuresLimits_areTheirOwn() {
        Limits listed = Limits.DOCUMENTED
                .with(Map.of("REQUEST_WEIGHT:1MINUTE", 9_000))
                .withFutures(Map.of("REQUEST_WEIGHT:1MINUTE", 1_000, "ORDERS:1MINUTE", 7));
        assertThat(new Charges(listed, "e").fapi(5).getFirst().bucket().limit()).isEqualTo(500);
        assertThat(new Charges(listed, "e").api(5).getFirst().bucket().limit()).isEqualTo(4_500);
    }
}
