package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.stream.Admission;
import recon.simulator.stream.Frame;
import recon.simulator.stream.Frames;
import recon.simulator.stream.StreamHub;

/** What connections cost, and how long they live. */
final class StreamConnectionTest {
    @TempDir
    private Path folder;

    private Exchange exchange;
    private StreamHub hub;
    private StreamCustomer customer;

    @BeforeEach
    void open() {
        exchange = Exchange.ordinary(folder);
        hub = exchange.simulator.streams();
        customer = new StreamCustomer(exchange);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private int used() {
        return exchange.simulator.counters().minutes("api:ip").values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Instant now() {
        return exchange.simulator.exchangeTime();
    }

    @Test
    void pingsEveryTwentySeconds_andCutsWhoDoesNotAnswerForAMinute() {
        customer.passUntil(now().plusSeconds(300));
        assertThat(customer.frames).hasSize(15).allMatch(Frame.Ping.class::isInstance);

        customer.fallSilent();
        customer.frames.clear();
        customer.passUntil(now().plusSeconds(30));
        customer.session().pong("unasked".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        customer.passUntil(now().plusSeconds(49));
        assertThat(customer.session().isOpen()).isTrue();
        customer.passUntil(now().plusSeconds(1));
        assertThat(customer.session().isOpen()).isFalse();
        assertThat(customer.frames).last().isEqualTo(new Frame.Cut());
        assertThat(hub.sessions()).isEmpty();
    }

    @Test
    void closesAConnection_after24Hours() {
        customer.subscribe(exchange.main());
        customer.passUntil(now().plus(Duration.ofDays(1)).minusMillis(1));
        assertThat(customer.session().isOpen()).isTrue();
        customer.passUntil(now().plusMillis(1));

        assertThat(customer.frames.getLast()).isInstanceOf(Frame.Close.class);
        assertThat(customer.ask("ping").isEmpty()).isTrue();
        assertThat(hub.nextDue()).isEmpty();
    }

    @Test
    void letsIn300ConnectionsInFiveMinutes_andChargesThem() {
        int before = used();
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            admissions.add(hub.connect(new Frames(), ""));
        }

        assertThat(admissions.subList(0, 299)).allMatch(Admission.Admitted.class::isInstance);
        assertThat(admissions.get(299)).isInstanceOfSatisfying(Admission.TurnedAway.class, away -> {
            assertThat(away.status()).isEqualTo(429);
            assertThat(away.retryAfterSeconds()).isBetween(1L, 300L);
        });
        assertThat(used() - before).isEqualTo(600);
        JsonNode answer = customer.subscribe(exchange.main());
        assertThat(answer.at("/rateLimits/0/count").asInt()).isEqualTo(used());
        assertThat(used() - before).isEqualTo(602);
        exchange.jumpTo(now().plusSeconds(300));
        assertThat(hub.connect(new Frames(), "")).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void bansWhoAsksOnAndOn() {
        JsonNode last = customer.ask("ping");
        for (int i = 0; i < 6_100 && last.path("status").asInt() != 418; i++) {
            last = customer.ask("ping");
        }

        assertThat(last.path("status").asInt()).isEqualTo(418);
        assertThat(last.at("/error/data/retryAfter").asLong())
                .isEqualTo(now().plusSeconds(120).toEpochMilli());
        assertThat(customer.session().isOpen()).isFalse();
    }

    @Test
    void tellsTimesInMicroseconds_whereTheUrlAsksForThem() {
        StreamCustomer fine = new StreamCustomer(exchange, "timeUnit=MICROSECOND&returnRateLimits=false");
        JsonNode answer = fine.ask("time");

        assertThat(answer.at("/result/serverTime").asLong()).isEqualTo(now().toEpochMilli() * 1_000);
        assertThat(answer.has("rateLimits")).isFalse();
    }

    @Test
    void announcesItsOwnEnd_withoutASubscriptionId() {
        customer.subscribe(exchange.main());
        customer.events();
        hub.shutDown(false);
        assertThat(customer.session().isOpen()).isTrue();
        hub.shutDown(true);

        assertThat(customer.texts())
                .hasSize(2)
                .allSatisfy(text -> assertThat(Exchange.parse(text))
                        .isEqualTo(Exchange.parse(
                                "{\"event\":{\"e\":\"serverShutdown\",\"E\":" + now().toEpochMilli() + "}}")));
        assertThat(customer.frames.getLast()).isInstanceOf(Frame.Close.class);
        assertThat(customer.session().isOpen()).isFalse();
    }

    @Test
    void remembersWhatConnectionsAndRequestsCost_acrossARestart() {
        customer.subscribe(exchange.main());
        Instant stopped = exchange.time.instant();
        int before = used();
        exchange.close();
        exchange = new Exchange(Exchange.settings(7), folder, stopped);

        assertThat(before).isEqualTo(4);
        assertThat(used()).isEqualTo(before);
        assertThat(exchange.simulator.counters().minutes("ws:connections:ip")).containsValue(1);
    }
}
