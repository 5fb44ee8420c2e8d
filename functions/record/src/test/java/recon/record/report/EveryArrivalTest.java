package recon.record.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.ledger.order.OrderState;
import recon.storage.batch.QueuedMessage;

/** From the exchange's bytes to the event: every order of arrival, cut anywhere into batches, with duplicates. */
class EveryArrivalTest {
    private static final List<Event> AMENDED_AND_FILLED = List.of(
            Event.of(1, 1, "NEW", "NEW", "5", "0", "0"),
            Event.of(1, 2, "TRADE", "PARTIALLY_FILLED", "5", "1", "10").traded("1", "10", "0.001", "ABC"),
            Event.of(1, 3, "REPLACED", "PARTIALLY_FILLED", "4", "1", "10"),
            Event.of(1, 4, "TRADE", "PARTIALLY_FILLED", "4", "2", "21").traded("1", "11", "0.5", "BNB"),
            Event.of(1, 5, "TRADE_PREVENTION", "PARTIALLY_FILLED", "4", "2", "21")
                    .with(
                            ",\"A\":\"0.5\",\"B\":\"0.5\",\"pl\":\"0.5\",\"pL\":\"11\",\"pY\":\"5.5\",\"v\":1,\"u\":1,\"U\":2"),
            Event.of(1, 6, "PAUSED", "ON_HOLD", "4", "2", "21"),
            Event.of(1, 7, "TRADE", "FILLED", "4", "3.5", "39").traded("1.5", "12", "0.002", "ABC"));
    private static final List<Event> CANCELLED = List.of(
            Event.of(1, 1, "NEW", "NEW", "5", "0", "0"),
            Event.of(1, 2, "TRADE", "PARTIALLY_FILLED", "5", "1", "10").traded("1", "10", "0.001", "ABC"),
            Event.of(1, 3, "TRADE", "PARTIALLY_FILLED", "5", "2", "20").traded("1", "10", "0.001", "ABC"),
            Event.of(1, 4, "CANCELED", "CANCELED", "5", "2", "20"));
    private static final List<Event> REJECTED = List.of(Event.of(1, 1, "REJECTED", "REJECTED", "5", "0", "0"));
    private static final List<Event> EXPIRED = List.of(
            Event.of(1, 1, "NEW", "NEW", "5", "0", "0"),
            Event.of(1, 2, "EXPIRED", "EXPIRED", "5", "0", "0").with(",\"eR\":\"OCO_TRIGGER\""));

    static Stream<List<Event>> histories() {
        return Stream.of(AMENDED_AND_FILLED, CANCELLED, REJECTED, EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void oneOrderStateAndOneLastEventAreLeft(List<Event> history) {
        Bench inOrder = new Bench();
        history.forEach(inOrder::record);
        OrderState expected = inOrder.order(1).state();
        String told = inOrder.lastTold().detailJson();
        Random random = new Random(20260105);

        permute(new ArrayList<>(history), history.size(), arrived -> {
            Bench bench = new Bench();
            List<Event> twice = new ArrayList<>(arrived);
            arrived.forEach(event -> twice.add(random.nextInt(twice.size() + 1), event));
            deliver(bench, twice, random);

            assertThat(bench.order(1).state()).isEqualTo(expected);
            assertThat(bench.order(1).untold()).isFalse();
            assertThat(bench.lastTold().detailJson()).isEqualTo(told);
        });
    }

    private static void deliver(Bench bench, List<Event> events, Random random) {
        Recorder recorder = bench.recorder();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(6));
            List<Event> batch = events.subList(from, to);
            List<QueuedMessage> messages = IntStream.range(0, batch.size())
                    .mapToObj(i -> batch.get(i).message("m" + i, "c/" + random.nextInt(2)))
                    .toList();
            assertThat(recorder.record(messages).comeAgain()).isEmpty();
            from = to;
        }
    }

    private static void permute(List<Event> events, int open, Consumer<List<Event>> use) {
        if (open == 1) {
            use.accept(List.copyOf(events));
            return;
        }
        for (int i = 0; i < open; i++) {
            Collections.swap(events, i, open - 1);
            permute(events, open - 1, use);
            Collections.swap(events, i, open - 1);
        }
    }
}
