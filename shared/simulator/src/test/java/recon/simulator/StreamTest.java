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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import recon.simulator.event.AccountEvent;
import recon.simulator.stream.Admission;
import recon.simulator.stream.Frame;
import recon.simulator.stream.Frames;
import recon.simulator.stream.StreamHub;

final class StreamTest {
    private static final String SUBSCRIBE = "userDataStream.subscribe.signature";

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

    @Test
    void tellsEachAccountsEvents_inTheOrderOfTheirTime_underItsSubscription() {
        Instant from = now();
        List<SimulatedAccount> accounts = exchange.simulator.accounts();
        for (int i = 0; i < accounts.size(); i++) {
            assertThat(result(customer.subscribe(accounts.get(i)))
                            .get("subscriptionId")
                            .asInt())
                    .isEqualTo(i);
        }
        Instant to = from.plus(Duration.ofHours(9));
        customer.passUntil(to);
        List<JsonNode> events = customer.events().stream().map(Exchange::parse).toList();

        for (int i = 0; i < accounts.size(); i++) {
            int subscription = i;
            List<AccountEvent> truth =
                    exchange.simulator.truth().events(accounts.get(i).uid(), from.plusMillis(1), to.plusMillis(1));
            List<JsonNode> told = events.stream()
                    .filter(event -> event.get("subscriptionId").asInt() == subscription)
                    .map(event -> event.get("event"))
                    .toList();
            assertThat(truth).hasSizeGreaterThan(40);
            assertThat(told.stream()
                            .map(event -> event.get("e").asText() + " "
                                    + event.get("E").asLong() + " "
                                    + event.path("I").asLong()))
                    .containsExactlyElementsOf(truth.stream()
                            .map(event -> event.type() + " " + event.eventTime() + " " + executionId(event))
                            .toList());
        }
        assertThat(events.stream().map(event -> event.at("/event/E").asLong())).isSorted();
        assertThat(hub.deliveries().all())
                .hasSize(events.size())
                .allMatch(delivery -> delivery.copies() == 1 && delivery.fault().isEmpty());
    }

    @Test
    void tellsTheSame_whetherTheClockJumpsOrWalks() {
        StreamCustomer other = new StreamCustomer(exchange);
        customer.subscribe(exchange.main());
        other.subscribe(exchange.main());
        try (Exchange jumping = Exchange.ordinary(folder.resolve("jumping"))) {
            StreamCustomer third = new StreamCustomer(jumping);
            third.subscribe(jumping.main());
            Instant to = now().plus(Duration.ofHours(5));
            customer.passUntil(to);
            jumping.jumpTo(to);
            jumping.simulator.streams().advance();

            List<String> events = customer.events();
            assertThat(events).isNotEmpty().isEqualTo(third.events()).isEqualTo(other.events());
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void takesTheSignature_ofEachKindOfKey(KeyType type) {
        SimulatedKey key = exchange.main().key(type);
        SimulatedKey wrong =
                new SimulatedKey(type, key.apiKey(), exchange.sub(1).key(type).secret());

        assertThat(code(customer.signed(SUBSCRIBE, wrong))).isEqualTo(-1022);
        assertThat(result(customer.signed(SUBSCRIBE, key)).get("subscriptionId").asInt())
                .isZero();
        assertThat(code(customer.signed("session.logon", key))).isEqualTo(type == KeyType.ED25519 ? 0 : -4056);
    }

    @ParameterizedTest
    @CsvSource({
        "-5001, '', -1021",
        "-5000, '', 0",
        "1000, '', -1021",
        "999, '', 0",
        "-50000, 50000, 0",
        "0, 60001, -1131"
    })
    void heedsTheWindow(long skewMs, String window, int code) {
        String parameters =
                StreamCustomer.parameters(exchange.main().key(KeyType.RSA), now().plusMillis(skewMs), window);

        assertThat(code(customer.ask(SUBSCRIBE, parameters))).isEqualTo(code);
    }

    @Test
    void refusesWhatIsNotRight_withTheDocumentedCodes() {
        SimulatedKey unknown = new SimulatedKey(KeyType.HMAC, "A".repeat(64), "s");
        SimulatedKey bad = new SimulatedKey(KeyType.HMAC, "not-a-key", "s");
        customer.subscribe(exchange.main());

        assertThat(code(customer.subscribe(exchange.main()))).isEqualTo(-2035);
        assertThat(code(customer.signed(SUBSCRIBE, unknown))).isEqualTo(-2015);
        assertThat(code(customer.signed(SUBSCRIBE, bad))).isEqualTo(-2014);
        assertThat(code(customer.ask(SUBSCRIBE))).isEqualTo(-1102);
        assertThat(code(customer.ask("userDataStream.subscribe"))).isEqualTo(-2015);
        assertThat(code(customer.ask("userDataStream.unsubscribe", "{\"subscriptionId\":7}")))
                .isEqualTo(-2036);
        assertThat(code(customer.ask("no.such.method"))).isEqualTo(-1020);
        customer.session().receive("{\"id\":");
        assertThat(Exchange.parse(customer.texts().getLast()).at("/error/code").asInt())
                .isEqualTo(-1135);
    }

    @Test
    void logsOn_andSubscribesOnce_forTheAccountOfTheKey() {
        customer.signed("session.logon", exchange.sub(1).key(KeyType.ED25519));
        customer.ask("userDataStream.subscribe");
        customer.subscribe(exchange.main());

        assertThat(customer.session().subscriptions())
                .containsEntry(0, exchange.sub(1).uid())
                .containsEntry(1, exchange.main().uid());
        assertThat(code(customer.subscribe(exchange.sub(1)))).isEqualTo(-2035);
        JsonNode status = result(customer.ask("session.status"));
        assertThat(status.get("apiKey").asText())
                .isEqualTo(exchange.sub(1).key(KeyType.ED25519).apiKey());
        assertThat(status.get("userDataStream").asBoolean()).isTrue();
        assertThat(result(customer.ask("session.subscriptions")).findValuesAsText("subscriptionId"))
                .containsExactly("0", "1");

        customer.events();
        result(customer.ask("session.logout"));
        assertThat(customer.events()).singleElement().satisfies(event -> {
            assertThat(Exchange.parse(event).at("/event/e").asText()).isEqualTo("eventStreamTerminated");
            assertThat(Exchange.parse(event).get("subscriptionId").asInt()).isZero();
        });
        assertThat(customer.session().subscriptions()).containsOnlyKeys(1);
    }

    @Test
    void tellsNothing_onceUnsubscribed() {
        customer.subscribe(exchange.main());
        customer.subscribe(exchange.sub(1));
        result(customer.ask("userDataStream.unsubscribe", "{\"subscriptionId\":0}"));
        customer.events();
        customer.passUntil(now().plus(Duration.ofHours(5)));

        assertThat(customer.events()).isNotEmpty().allMatch(event -> event.startsWith("{\"subscriptionId\":1,"));
        result(customer.ask("userDataStream.unsubscribe"));
        assertThat(hub.nextDue().orElseThrow()).isBefore(now().plusSeconds(21));
        assertThat(result(customer.ask("session.status")).get("userDataStream").asBoolean())
                .isFalse();
    }

    @Test
    void pingsEveryTwentySeconds_andCutsWhoDoesNotAnswerForAMinute() {
        customer.passUntil(now().plusSeconds(300));
        assertThat(customer.frames).hasSize(15).allMatch(Frame.Ping.class::isInstance);

        customer.fallSilent();
        customer.frames.clear();
        customer.session().pong("unasked".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        customer.passUntil(now().plusSeconds(79));
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
    void tellsOfARevokedKey_andRefusesItEverywhere() {
        SimulatedKey logon = exchange.main().key(KeyType.ED25519);
        SimulatedKey signing = exchange.sub(1).key(KeyType.RSA);
        StreamCustomer other = new StreamCustomer(exchange);
        other.signed("session.logon", logon);
        other.ask("userDataStream.subscribe");
        customer.signed(SUBSCRIBE, signing);
        customer.subscribe(exchange.sub(2));
        customer.events();
        hub.revoke(logon.apiKey());
        hub.revoke(signing.apiKey());

        assertThat(other.texts().getLast()).startsWith("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015");
        assertThat(other.session().isOpen()).isFalse();
        assertThat(customer.events()).singleElement().asString().contains("eventStreamTerminated");
        assertThat(customer.session().subscriptions()).containsOnlyKeys(1);
        assertThat(code(customer.signed(SUBSCRIBE, signing))).isEqualTo(-2015);
        assertThat(Exchange.code(exchange.signed(signing, "/api/v3/account", "")))
                .isEqualTo(-2015);
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

    private int used() {
        return exchange.simulator.counters().minutes("api:ip").values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Instant now() {
        return exchange.simulator.exchangeTime();
    }

    private static long executionId(AccountEvent event) {
        return event instanceof recon.simulator.event.ExecutionReport report ? report.executionId() : 0;
    }

    private static JsonNode result(JsonNode answer) {
        assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(200);
        return answer.get("result");
    }

    private static int code(JsonNode answer) {
        return answer.at("/error/code").asInt();
    }
}
