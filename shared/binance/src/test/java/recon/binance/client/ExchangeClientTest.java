package recon.binance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.fake.CountingBudget;
import recon.binance.fake.DrivenClock;
import recon.binance.fake.ScriptedTransport;
import recon.binance.json.ExchangeJson;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome;
import recon.binance.request.Outcome.Postponed;
import recon.binance.request.Outcome.Replied;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.request.Security;

class ExchangeClientTest {
    private static final Instant START = Instant.parse("2026-11-20T00:02:00Z");
    private static final Charges CHARGES =
            new Charges(Limits.DOCUMENTED.with(Map.of("RAW_REQUESTS:5MINUTE", 30_000)), "e");
    private static final Hosts HOSTS = new Hosts(URI.create("http://spot.test/"), URI.create("http://futures.test"));
    private static final Optional<Credentials> KEY = Optional.of(Credentials.hmac("the-key", "demo-secret-0001"));
    private static final Request ACCOUNT =
            Request.of(HostFamily.SPOT, "/api/v3/account", Security.SIGNED, CHARGES.api(20));
    private static final Request INFO =
            Request.of(HostFamily.SPOT, "/api/v3/exchangeInfo", Security.NONE, CHARGES.api(20));

    private final DrivenClock clock = new DrivenClock(START);
    private final ScriptedTransport transport = new ScriptedTransport(clock);
    private final CountingBudget budget = new CountingBudget();
    private final ExchangeClient client =
            new ExchangeClient(HOSTS, transport, clock, budget, () -> CHARGES, ExchangeJson.mapper());

    private static Reply replied(Outcome outcome) {
        if (outcome instanceof Replied(Reply reply)) {
            return reply;
        }
        throw new AssertionError("not replied: " + outcome);
    }

    private static Postponed postponed(Outcome outcome) {
        if (outcome instanceof Postponed postponed) {
            return postponed;
        }
        throw new AssertionError("not postponed: " + outcome);
    }

    private int apiUsed(Instant at) {
        Bucket bucket = ACCOUNT.charges().getFirst().bucket();
        return budget.used(bucket, at);
    }

    @Test
    @Timeout(60)
    void clockIsReadOnce_whenManyNeedItAtOnce() throws InterruptedException {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(1);
        ExchangeClient shared = new ExchangeClient(
                HOSTS,
                (method, address, headers) -> {
                    readings.incrementAndGet();
                    awaited(answered);
                    return transport.send(method, address, headers);
                },
                clock,
                budget,
                () -> CHARGES,
                ExchangeJson.mapper());
        List<Thread> all = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofPlatform().start(() -> shared.exchangeTime(HostFamily.SPOT)))
                .toList();

        while (readings.get() + all.stream().filter(ExchangeClientTest::waits).count() < all.size()) {
            Thread.onSpinWait();
        }
        answered.countDown();
        for (Thread one : all) {
            one.join();
        }

        assertThat(readings).hasValue(1);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void timesAreTheExchanges_whenItsClockDiffers() {
        clock.pass(Duration.ofSeconds(10));
        transport.skew = Duration.ofMillis(-350);
        Reply reply = replied(client.ask(ACCOUNT, KEY));
        // The time request takes 100 ms, so this one leaves at 10.1 s and is back at 10.2 s on our clock.
        assertThat(reply.sentAt()).isEqualTo(START.plusMillis(10_100 - 350));
        assertThat(reply.receivedAt()).isEqualTo(START.plusMillis(10_200 - 350));
        assertThat(client.exchangeTime(HostFamily.SAPI)).isEqualTo(START.plusMillis(10_200 - 350));
        assertThat(transport.timesAsked()).isEqualTo(1);
    }

    @Test
    void exchangeTimeMeasures_whenNothingWasAskedBefore() {
        transport.skew = Duration.ofMillis(123);
        assertThat(client.exchangeTime(HostFamily.SPOT)).isEqualTo(START.plusMillis(100 + 123));
        assertThat(transport.last().address()).isEqualTo(URI.create("http://spot.test/api/v3/time"));
        assertThat(client.exchangeTime(HostFamily.FAPI)).isEqualTo(START.plusMillis(200 + 123));
        assertThat(transport.last().address()).isEqualTo(URI.create("http://futures.test/fapi/v1/time"));
        assertThat(transport.timesAsked()).isEqualTo(2);
    }

    @Test
    void ourOwnClockHasToDo_whileTheExchangesCannotBeRead() {
        transport.thenTime(500, Map.of(), "");
        assertThat(client.exchangeTime(HostFamily.SPOT)).isEqualTo(START.plusMillis(100));
    }

    @Test
    void theClockIsReadAgain_afterTenMinutesAndNotBefore() {
        client.ask(INFO, Optional.empty());
        clock.pass(Duration.ofMinutes(9));
        client.ask(INFO, Optional.empty());
        assertThat(transport.timesAsked()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        client.ask(INFO, Optional.empty());
        assertThat(transport.timesAsked()).isEqualTo(2);
    }

    @Test
    void theClockIsReadAgain_afterARefusedTimeStamp() {
        transport.then(400, Map.of(), "{\"code\":-1021,\"msg\":\"Timestamp\"}");
        assertThat(replied(client.ask(ACCOUNT, KEY)).status()).isEqualTo(400);
        assertThat(replied(client.ask(ACCOUNT, KEY)).status()).isEqualTo(200);
        assertThat(transport.timesAsked()).isEqualTo(2);
    }

    @Test
    void aSignedRequestEndsWithItsSignature_andTheReplyShowsNothingOfIt() {
        Reply reply = replied(client.ask(ACCOUNT.with("omitZeroBalances", "true"), KEY));
        long timestamp = START.plusMillis(100).toEpochMilli();
        String payload = "omitZeroBalances=true&recvWindow=5000&timestamp=" + timestamp;
        String signature = Credentials.hmac("k", "demo-secret-0001").signer().sign(payload);
        assertThat(transport.last().address())
                .isEqualTo(URI.create("http://spot.test/api/v3/account?" + payload + "&signature=" + signature));
        assertThat(transport.last().headers()).containsExactly(Map.entry("X-MBX-APIKEY", "the-key"));
        assertThat(reply.request().line()).isEqualTo("GET /api/v3/account?omitZeroBalances=true");
        assertThat(reply.toString()).doesNotContain("signature", "the-key");
    }

    @Test
    void aPublicRequestCarriesNoKey_evenIfOneIsGiven() {
        client.ask(INFO, KEY);
        assertThat(transport.last())
                .isEqualTo(new ScriptedTransport.Sent(URI.create("http://spot.test/api/v3/exchangeInfo"), Map.of()));
    }

    @Test
    void aSignedRequestWithoutCredentials_isAProgrammingError() {
        assertThatThrownBy(() -> client.ask(ACCOUNT, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThat(transport.sent).isEmpty();
    }

    @Test
    void everyRequestIsCharged_theReadingOfTheClockIncluded() {
        client.ask(ACCOUNT, KEY);
        assertThat(apiUsed(START)).isEqualTo(21);
        assertThat(budget.used(ACCOUNT.charges().getLast().bucket(), START)).isEqualTo(2);
    }

    /** The exchange may count the very first request in a minute that is another one than ours. */
    @Test
    void firstReadingOfTheClock_isChargedToTheMinutesAroundAsWell() {
        client.ask(ACCOUNT, KEY);
        assertThat(apiUsed(START.minusSeconds(60))).isEqualTo(1);
        assertThat(apiUsed(START.plusSeconds(60))).isEqualTo(1);
    }

    /** Half of 6000 is 3000: the minute before, the present one or the next is full, and the clock is not known yet. */
    @ParameterizedTest
    @ValueSource(ints = {-60, 0, 60})
    void nothingIsPaidInAnyMinute_whenOneOfThemRefuses(int seconds) {
        Bucket api = ACCOUNT.charges().getFirst().bucket();
        budget.add(api, START.plusSeconds(seconds), 3_000);

        Postponed postponed = postponed(client.ask(ACCOUNT, KEY));

        assertThat(postponed.until()).isAfter(START);
        assertThat(transport.sent).isEmpty();
        assertThat(List.of(-60, 0, 60))
                .extracting(around -> apiUsed(START.plusSeconds(around)))
                .containsExactlyElementsOf(Stream.of(-60, 0, 60)
                        .map(around -> around == seconds ? 3_000 : 0)
                        .toList());
    }

    @Test
    void nothingIsSent_inTheLastSecondOfAMinuteOfTheExchange() {
        transport.skew = Duration.ofMillis(500);
        client.ask(INFO, Optional.empty());
        clock.pass(Duration.ofMillis(58_300));
        // Our clock: 00:02:58.500; the exchange's: 00:02:59.000.
        Postponed postponed = postponed(client.ask(INFO, Optional.empty()));
        assertThat(postponed.until()).isEqualTo(Instant.parse("2026-11-20T00:03:00Z"));
        assertThat(postponed.bucket()).isEqualTo("api:ip:e, raw:ip:e");
        assertThat(transport.sent).hasSize(2);
    }

    @Test
    void nothingIsSent_whenTheMinuteClosesWhileReserving() {
        client.ask(INFO, Optional.empty());
        clock.pass(Duration.ofMillis(58_700));
        // Asked for at 00:02:58.900, granted at 00:02:59.200.
        budget.beforeGrant = () -> clock.pass(Duration.ofMillis(300));
        assertThat(postponed(client.ask(INFO, Optional.empty())).until())
                .isEqualTo(Instant.parse("2026-11-20T00:03:00Z"));
        assertThat(transport.sent).hasSize(2);
    }

    @Test
    void nothingIsSent_whenTheReservationIsOfTheMinuteBefore() {
        client.ask(INFO, Optional.empty());
        clock.pass(Duration.ofMillis(58_700));
        // Asked for at 00:02:58.900, granted at 00:03:00.400: the new minute has not been charged.
        budget.beforeGrant = () -> clock.pass(Duration.ofMillis(1_500));
        assertThat(postponed(client.ask(INFO, Optional.empty())).until())
                .isEqualTo(Instant.parse("2026-11-20T00:03:00.400Z"));
        assertThat(transport.sent).hasSize(2);
    }

    @Test
    void aFullBucketPostpones_untilItsNextWindow() {
        for (int i = 0; i < 149; i++) {
            replied(client.ask(INFO, Optional.empty()));
            clock.pass(Duration.ofMillis(-100));
        }
        // 1 + 149 x 20 = 2981 of 3000.
        assertThat(postponed(client.ask(INFO, Optional.empty())).until())
                .isEqualTo(Instant.parse("2026-11-20T00:03:00Z"));
    }

    @Test
    void reportedUseRaisesTheCounter_andAnOddHeaderDoesNot() {
        transport.then(200, Map.of("x-mbx-used-weight-1m", "2990"), "[]");
        transport.then(200, Map.of("x-mbx-used-weight-1m", "lots"), "[]");
        client.ask(INFO, Optional.empty());
        assertThat(budget.observations).containsExactly("api:ip:e=2990");
        assertThat(postponed(client.ask(INFO, Optional.empty())).until())
                .isEqualTo(Instant.parse("2026-11-20T00:03:00Z"));
    }

    @Test
    void a429HaltsTheBucketsOfTheRequest_forAsLongAsItSays() {
        transport.then(429, Map.of("retry-after", "90"), "{\"code\":-1003,\"msg\":\"Too many\"}");
        Request other = Request.of(HostFamily.SAPI, "/sapi/v1/x", Security.NONE, CHARGES.sapiIp("/sapi/v1/x", 1));
        Reply refused = replied(client.ask(INFO, Optional.empty()));
        Instant until = refused.receivedAt().plusSeconds(90);
        assertThat(budget.halts).containsOnly(Map.entry("api:ip:e", until), Map.entry("raw:ip:e", until));
        assertThat(postponed(client.ask(INFO, Optional.empty())).until()).isEqualTo(until);
        assertThat(replied(client.ask(other, Optional.empty())).status()).isEqualTo(200);
    }

    @Test
    void a418ShutsTheWholeHost() {
        transport.then(418, Map.of("retry-after", "300"), "");
        Request sapi = Request.of(HostFamily.SAPI, "/sapi/v1/x", Security.NONE, CHARGES.sapiIp("/sapi/v1/x", 1));
        Request fapi = Request.of(HostFamily.FAPI, "/fapi/v1/x", Security.NONE, CHARGES.fapi(1));
        Instant until = replied(client.ask(INFO, Optional.empty())).receivedAt().plusSeconds(300);
        assertThat(budget.halts).containsOnly(Map.entry("door:spot:e", until));
        assertThat(postponed(client.ask(sapi, Optional.empty())).until()).isEqualTo(until);
        assertThat(replied(client.ask(fapi, Optional.empty())).status()).isEqualTo(200);
    }

    @Test
    void aLimitMetByTheClockReading_postponesTheRequest() {
        transport.thenTime(429, Map.of("retry-after", "5"), "");
        assertThat(postponed(client.ask(INFO, Optional.empty())).until()).isEqualTo(START.plusMillis(5_100));
        assertThat(transport.sent).hasSize(1);
    }

    @Test
    void anUnreadableClock_isAnUnansweredRequest() {
        for (String body : List.of("<html>", "{\"serverTi", "{}", "[]")) {
            transport.thenTime(200, Map.of(), body);
            Reply reply = replied(client.ask(ACCOUNT, KEY));
            assertThat(reply.status()).as(body).isZero();
            assertThat(reply.request()).isEqualTo(ACCOUNT);
            assertThat(reply.failure().orElseThrow()).contains("/api/v3/time");
        }
        assertThat(transport.sent).hasSize(4);
    }
}
