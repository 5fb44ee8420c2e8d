package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimitsTest {
    private static final String INFO = "/api/v3/exchangeInfo";
    private static final String WITHDRAWALS = "/sapi/v1/capital/withdraw/history";
    private static final String LIST = "/sapi/v1/sub-account/list";

    /** Ten seconds into a minute, so that skew and latency stay within it. */
    private static final Instant START = Exchange.day(1).plusSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void tellsWhatWasUsed_inTheHeaderOfEachBudget() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            exchange.send("", INFO, "");
            assertThat(used(exchange.send("", "/api/v3/time", ""), "X-MBX-USED-WEIGHT-1M"))
                    .isEqualTo(21);
            assertThat(used(exchange.signed(exchange.main(), LIST, ""), "X-SAPI-USED-IP-WEIGHT-1M"))
                    .isEqualTo(1);
            assertThat(used(exchange.signed(exchange.main(), WITHDRAWALS, ""), "X-SAPI-USED-UID-WEIGHT-1S"))
                    .isEqualTo(18_000);
        }
    }

    @Test
    void turnsARequestAway_whenTheMinuteIsSpentAndAdmitsItInTheNext() {
        Limits limits = new Limits(100, 300_000, 12_000, 180_000, 180_000);
        try (Exchange exchange = new Exchange(Exchange.settings(7).withLimits(limits), folder, START)) {
            for (int i = 0; i < 5; i++) {
                assertThat(exchange.send("", INFO, "").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> sixth = exchange.send("", INFO, "");
            int wait = used(sixth, "Retry-After");

            assertThat(sixth.statusCode()).isEqualTo(429);
            assertThat(Exchange.code(sixth)).isEqualTo(-1003);
            assertThat(used(sixth, "X-MBX-USED-WEIGHT-1M")).isEqualTo(120);
            // Skew of -0.4 to 0.4 s and latencies of 0.1 to 0.7 s in all.
            assertThat(wait).isBetween(48, 51);
            assertThat(exchange.signed(exchange.main(), LIST, "").statusCode()).isEqualTo(200);
            exchange.time.pass(Duration.ofSeconds(wait));
            assertThat(exchange.send("", INFO, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bansForTwoMinutesThenFour_whoGoesOnThrough20Refusals() {
        Limits limits = new Limits(10, 300_000, 12_000, 180_000, 180_000);
        try (Exchange exchange = new Exchange(Exchange.settings(7).withLimits(limits), folder, START)) {
            for (int i = 0; i < 19; i++) {
                assertThat(exchange.send("", INFO, "").statusCode()).isEqualTo(429);
            }
            HttpResponse<String> twentieth = exchange.send("", INFO, "");
            assertThat(twentieth.statusCode()).isEqualTo(418);
            assertThat(used(twentieth, "Retry-After")).isEqualTo(120);
            assertThat(Exchange.code(twentieth)).isEqualTo(-1003);
            assertThat(exchange.signed(exchange.main(), LIST, "").statusCode()).isEqualTo(418);

            exchange.time.pass(Duration.ofMinutes(2));
            assertThat(exchange.signed(exchange.main(), LIST, "").statusCode()).isEqualTo(200);
            HttpResponse<String> last = exchange.send("", INFO, "");
            for (int i = 1; i < 20; i++) {
                last = exchange.send("", INFO, "");
            }
            assertThat(last.statusCode()).isEqualTo(418);
            assertThat(used(last, "Retry-After")).isEqualTo(240);
        }
    }

    @Test
    void countsEachSapiEndpointApart_andUidBudgetsByAccount() {
        Limits limits = new Limits(6_000, 300_000, 2, 180_000, 36_000);
        try (Exchange exchange = new Exchange(Exchange.settings(7).withLimits(limits), folder, START)) {
            exchange.signed(exchange.main(), LIST, "");
            exchange.signed(exchange.main(), LIST, "");
            assertThat(exchange.signed(exchange.main(), LIST, "").statusCode()).isEqualTo(429);
            assertThat(exchange.signed(exchange.main(), "/sapi/v1/capital/deposit/hisrec", "")
                            .statusCode())
                    .isEqualTo(200);

            exchange.time.jumpTo(nextSecond(exchange));
            exchange.signed(exchange.main(), WITHDRAWALS, "");
            exchange.signed(exchange.main(), WITHDRAWALS, "");
            HttpResponse<String> third = exchange.signed(exchange.main(), WITHDRAWALS, "");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(used(third, "Retry-After")).isEqualTo(1);
            assertThat(exchange.signed(exchange.sub(1), WITHDRAWALS, "").statusCode())
                    .isEqualTo(200);
            exchange.time.pass(Duration.ofSeconds(1));
            assertThat(exchange.signed(exchange.main(), WITHDRAWALS, "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void limitsRawRequests_perFiveMinutes() {
        Limits limits = new Limits(6_000, 3, 12_000, 180_000, 180_000);
        try (Exchange exchange = new Exchange(Exchange.settings(7).withLimits(limits), folder, START)) {
            for (int i = 0; i < 3; i++) {
                exchange.send("", "/api/v3/time", "");
            }
            HttpResponse<String> fourth = exchange.send("", "/api/v3/time", "");

            assertThat(fourth.statusCode()).isEqualTo(429);
            assertThat(used(fourth, "Retry-After")).isBetween(288, 291);
        }
    }

    @Test
    void countsPerClockWindow_whatWasUsed() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            Instant minute = exchange.simulator.exchangeTime().plusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
            exchange.time.jumpTo(minute.plusSeconds(1));
            exchange.send("", INFO, "");
            exchange.send("", "/api/v3/time", "");
            exchange.send("", "/api/v3/nothing", "");
            exchange.signed(exchange.main(), WITHDRAWALS, "");

            Counters counters = exchange.simulator.counters();
            String uid = "sapi:" + WITHDRAWALS + ":uid:" + exchange.main().uid();
            assertThat(counters.minutes("api:ip")).containsExactly(Map.entry(minute, 21));
            assertThat(counters.minutes(uid)).containsValue(18_000);
            assertThat(counters.minutes("raw:ip")).containsValue(4);
            assertThat(counters.buckets()).containsExactlyInAnyOrder("api:ip", uid, "raw:ip");
            assertThat(counters.limit(uid)).isEqualTo(180_000);
            assertThat(counters.limit("api:ip")).isEqualTo(6_000);
            assertThat(counters.requests()).isEqualTo(4);
        }
    }

    @Test
    void countsEveryRequestOnce_whenManyComeAtATime() throws Exception {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, START);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(() -> exchange.send("", INFO, "").statusCode());
            }
            for (Future<Integer> status : callers.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(200);
            }

            assertThat(exchange.simulator.counters().requests()).isEqualTo(100);
            assertThat(exchange.simulator.counters().minutes("api:ip").values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(2_000);
        }
        assertThat(Files.readAllLines(folder.resolve("requests.log")).stream()
                        .map(line -> line.substring(0, line.indexOf('\t')))
                        .distinct())
                .hasSize(100);
    }

    /** A driver's instant at which a second of the exchange's clock has just begun. */
    private static Instant nextSecond(Exchange exchange) {
        Instant exchangeNow = exchange.simulator.exchangeTime();
        Duration ahead =
                Duration.between(exchangeNow, exchangeNow.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
        return exchange.time.instant().plus(ahead);
    }

    private static int used(HttpResponse<String> response, String header) {
        return Integer.parseInt(response.headers().firstValue(header).orElseThrow());
    }
}
