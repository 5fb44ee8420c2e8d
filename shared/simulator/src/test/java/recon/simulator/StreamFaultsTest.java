package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.ExecutionReport;
import recon.simulator.stream.Delivery;
import recon.simulator.stream.Frame;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamFaultRates;
import recon.simulator.stream.StreamHub;

final class StreamFaultsTest {
    private static final Set<StreamFault> ENDING = EnumSet.of(StreamFault.CLOSE, StreamFault.CUT);

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
        customer.subscribe(exchange.main());
        customer.frames.clear();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamFault.class,
            names = {"DROP", "CLOSE", "CUT", "HALF_OPEN", "TERMINATE", "REVOKE_KEY"})
    void losesTheEvent(StreamFault fault) {
        hub.faults().next(fault, customer.session());
        Delivery first = firstDelivery();
        customer.passUntil(now().plusSeconds(3_600));

        assertThat(first.fault()).contains(fault);
        assertThat(first.copies()).isZero();
        assertThat(customer.texts()).doesNotContain(first.frame());
        assertThat(hub.deliveries().faults()).isEqualTo(Map.of(fault, 1));
        assertThat(customer.session().isOpen()).isEqualTo(!ENDING.contains(fault));
        assertThat(hub.deliveries().to(customer.session()).size() > 1)
                .as("a subscription that goes on has deliveries, lost or not")
                .isEqualTo(fault == StreamFault.DROP || fault == StreamFault.HALF_OPEN);
    }

    @Test
    void endsInItsOwnWay_eachTime() {
        hub.faults().next(StreamFault.CUT);
        firstDelivery();
        assertThat(customer.frames.getLast()).isEqualTo(new Frame.Cut());
        assertThat(next(StreamFault.CLOSE).frames.getLast()).isInstanceOf(Frame.Close.class);
        assertThat(last(next(StreamFault.TERMINATE)).at("/event/e").asText()).isEqualTo("eventStreamTerminated");
        assertThat(last(next(StreamFault.REVOKE_KEY)).at("/event/e").asText()).isEqualTo("eventStreamTerminated");
    }

    @Test
    void saysNothingAtAll_onceHalfOpen() {
        hub.faults().next(StreamFault.HALF_OPEN);
        firstDelivery();
        customer.frames.clear();
        customer.session().ping(new byte[] {1});
        customer.ask("ping");
        customer.passUntil(now().plus(Duration.ofHours(30)));

        assertThat(customer.frames).isEmpty();
        assertThat(customer.session().isOpen()).isTrue();
        assertThat(hub.deliveries().to(customer.session()))
                .hasSizeGreaterThan(50)
                .allMatch(delivery -> delivery.copies() == 0
                        && delivery.fault().equals(java.util.Optional.of(StreamFault.HALF_OPEN)));
        customer.session().closed();
        assertThat(hub.sessions()).isEmpty();
    }

    @Test
    void sendsTwice_orInTheOtherOrder_orLate() {
        hub.faults().next(StreamFault.DUPLICATE);
        Delivery first = firstDelivery();
        assertThat(customer.events())
                .startsWith(first.frame(), first.frame())
                .hasSize(hub.deliveries().all().size() + 1);
        assertThat(first.copies()).isEqualTo(2);

        List<AccountEvent> truth = exchange.simulator
                .truth()
                .events(exchange.main().uid(), now().plusMillis(1), now().plusSeconds(86_400));
        // Two that follow each other within a second, and nobody behind them for a while.
        int place = 0;
        while (gap(truth, place) > 500 || gap(truth, place + 1) < 2_000) {
            place++;
        }
        customer.passUntil(Instant.ofEpochMilli(truth.get(place).eventTime() - 1));
        customer.events();
        hub.faults().next(StreamFault.REORDER);
        customer.passUntil(Instant.ofEpochMilli(truth.get(place + 1).eventTime()));
        List<Long> times = customer.events().stream()
                .map(event -> Exchange.parse(event).at("/event/E").asLong())
                .toList();
        assertThat(times)
                .containsExactly(
                        truth.get(place + 1).eventTime(), truth.get(place).eventTime());

        Instant due = Instant.ofEpochMilli(truth.get(place + 2).eventTime());
        hub.faults().next(StreamFault.DELAY);
        customer.passUntil(due.plusSeconds(21));
        Delivery late = hub.deliveries().all().stream()
                .filter(delivery -> delivery.fault().equals(java.util.Optional.of(StreamFault.DELAY)))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(due, late.at())).isBetween(Duration.ofMillis(50), Duration.ofSeconds(20));
        assertThat(late.copies()).isEqualTo(1);
    }

    @Test
    void sendsALoneEventASecondLate_whenItShouldBeOvertaken() {
        hub.faults().next(StreamFault.REORDER);
        AccountEvent event = firstEvents().getFirst();
        customer.passUntil(Instant.ofEpochMilli(event.eventTime()).plusMillis(1_001));

        assertThat(hub.deliveries().all().stream().filter(each -> each.event().equals(event)))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.copies()).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamFault.class,
            names = {
                "UNKNOWN_EVENT",
                "NOT_JSON",
                "BINARY",
                "HUGE",
                "UNKNOWN_SUBSCRIPTION",
                "SHUTDOWN",
                "SHUTDOWN_AND_CLOSE"
            })
    void sendsSomethingStrangeFirst_andThenTheEvent(StreamFault fault) {
        hub.faults().next(fault);
        Delivery first = firstDelivery();
        Frame extra = customer.frames.stream()
                .filter(frame -> !(frame instanceof Frame.Ping))
                .findFirst()
                .orElseThrow();
        List<String> texts = customer.texts();

        assertThat(texts.get(fault == StreamFault.BINARY ? 0 : 1)).isEqualTo(first.frame());
        assertThat(first.copies()).isEqualTo(1);
        switch (fault) {
            case BINARY -> assertThat(extra).isInstanceOf(Frame.Binary.class);
            case NOT_JSON -> assertThatThrownBy(() -> Exchange.parse(texts.getFirst()));
            case HUGE -> assertThat(texts.getFirst()).hasSizeGreaterThan(2_097_152);
            case UNKNOWN_SUBSCRIPTION ->
                assertThat(Exchange.parse(texts.getFirst())
                                .get("subscriptionId")
                                .asInt())
                        .isGreaterThan(65_535);
            case UNKNOWN_EVENT ->
                assertThat(Exchange.parse(texts.getFirst()).at("/event/e").asText())
                        .isEqualTo("eventOfTomorrow");
            default -> {
                assertThat(Exchange.parse(texts.getFirst()).has("subscriptionId"))
                        .isFalse();
                customer.passUntil(now().plusSeconds(61));
                assertThat(customer.session().isOpen()).isEqualTo(fault == StreamFault.SHUTDOWN);
            }
        }
    }

    @Test
    void changesNothingElse_whereItShowsUnknownValues() {
        for (int i = 0; i < 40; i++) {
            hub.faults().next(StreamFault.UNKNOWN_VALUES);
        }
        customer.passUntil(now().plus(Duration.ofHours(12)));
        List<Delivery> changed = hub.deliveries().all().stream()
                .filter(delivery -> delivery.fault().isPresent())
                .toList();
        Set<String> strange = new TreeSet<>();
        for (Delivery delivery : changed) {
            JsonNode event = Exchange.parse(delivery.frame()).get("event");
            assertThat(event.has("fieldOfTomorrow")).isTrue();
            event.properties().stream()
                    .filter(field -> field.getValue().asText().equals("UNHEARD_OF"))
                    .forEach(field -> strange.add(field.getKey()));
            if (delivery.event() instanceof ExecutionReport report) {
                assertThat(event.get("I").asLong()).isEqualTo(report.executionId());
                assertThat(event.get("x").asText()).isEqualTo(report.execution().name());
            }
        }

        assertThat(changed).hasSize(40);
        assertThat(strange).hasSizeGreaterThan(2).isSubsetOf("o", "f", "V", "r");
        assertThat(customer.texts())
                .containsAll(changed.stream().map(Delivery::frame).toList());
    }

    @Test
    void sendsAnEventBeforeTheAnswer_thatGivesItsNumber() {
        hub.faults().next(StreamFault.EARLY_EVENT, exchange.sub(1).uid());
        customer.subscribe(exchange.sub(1));

        List<JsonNode> texts = customer.texts().stream().map(Exchange::parse).toList();
        assertThat(texts).hasSize(2);
        assertThat(texts.get(0).get("subscriptionId").asInt()).isEqualTo(1);
        assertThat(texts.get(0).at("/event/E").asLong()).isLessThanOrEqualTo(now().toEpochMilli());
        assertThat(texts.get(1).at("/result/subscriptionId").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsExactlyWhatArrived_whateverHappens(long seed) {
        SimulatorSettings settings = Exchange.settings(seed).withStreamFaultRates(StreamFaultRates.each(150));
        try (Exchange wild = new Exchange(settings, folder.resolve("wild" + seed), Exchange.day(1))) {
            StreamHub streams = wild.simulator.streams();
            Instant start = wild.simulator.exchangeTime();
            List<StreamCustomer> customers = new ArrayList<>();
            for (int hour = 1; hour <= 12; hour++) {
                StreamCustomer fresh = new StreamCustomer(wild);
                wild.simulator.accounts().forEach(fresh::subscribe);
                customers.add(fresh);
                fresh.passUntil(start.plus(Duration.ofHours(hour)));
                fresh.session().closed();
            }

            int extras = 0;
            for (StreamCustomer each : customers) {
                List<String> sent = new ArrayList<>();
                streams.deliveries()
                        .to(each.session())
                        .forEach(delivery ->
                                sent.addAll(java.util.Collections.nCopies(delivery.copies(), delivery.frame())));
                List<String> arrived = new ArrayList<>(each.texts());
                arrived.removeIf(text -> text.startsWith("{\"id\""));
                extras += arrived.size() - sent.size();
                assertThat(arrived).containsSubsequence(sent);
            }
            Map<StreamFault, Integer> struck = streams.deliveries().faults();
            int expected = struck.entrySet().stream()
                    .filter(entry -> Set.of(
                                    "UNKNOWN_EVENT",
                                    "NOT_JSON",
                                    "HUGE",
                                    "UNKNOWN_SUBSCRIPTION",
                                    "SHUTDOWN",
                                    "SHUTDOWN_AND_CLOSE",
                                    "TERMINATE")
                            .contains(entry.getKey().name()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(extras).isEqualTo(expected);
            assertThat(struck).hasSizeGreaterThan(8);
            assertThat(streams.deliveries().all().stream()
                            .filter(delivery -> delivery.fault().isPresent())
                            .map(Delivery::fault)
                            .distinct())
                    .hasSizeGreaterThan(8);
        }
    }

    @Test
    void meetsTheSameFaults_inTheSameCourse() {
        List<List<Delivery>> courses = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            SimulatorSettings settings = Exchange.settings(9).withStreamFaultRates(StreamFaultRates.each(100));
            try (Exchange wild = new Exchange(settings, folder.resolve("run" + run), Exchange.day(1))) {
                StreamCustomer one = new StreamCustomer(wild);
                wild.simulator.accounts().forEach(one::subscribe);
                one.passUntil(Exchange.day(1).plusSeconds(7_200));
                courses.add(wild.simulator.streams().deliveries().all());
            }
        }

        assertThat(courses.getFirst()).isNotEmpty().isEqualTo(courses.getLast());
    }

    private StreamCustomer next(StreamFault fault) {
        StreamCustomer fresh = new StreamCustomer(exchange);
        SimulatedAccount account = fault == StreamFault.REVOKE_KEY ? exchange.sub(1) : exchange.main();
        fresh.subscribe(account);
        hub.faults().next(fault, fresh.session());
        fresh.passUntil(now().plusSeconds(7_200));
        fresh.frames.removeIf(Frame.Ping.class::isInstance);
        return fresh;
    }

    private static JsonNode last(StreamCustomer one) {
        return Exchange.parse(one.texts().getLast());
    }

    /** Passes until the first event has been dealt with. */
    private Delivery firstDelivery() {
        customer.passUntil(Instant.ofEpochMilli(firstEvents().getFirst().eventTime()));
        return hub.deliveries().all().getFirst();
    }

    private List<AccountEvent> firstEvents() {
        return exchange.simulator.truth().events(exchange.main().uid(), now().plusMillis(1), now().plusSeconds(86_400));
    }

    private static long gap(List<AccountEvent> events, int place) {
        return events.get(place + 1).eventTime() - events.get(place).eventTime();
    }

    private Instant now() {
        return exchange.simulator.exchangeTime();
    }
}
