package recon.ledger.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.ledger.order.Happened.d;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderStateTest {
    /** Amended from 5 to 4, filled in three trades, with a prevented match and two words that nobody knows between. */
    private static final List<Execution> EVENTFUL = List.of(
            new Happened(1, "NEW", "NEW").with("5", "0", "0"),
            new Happened(2, "TRADE", "PARTIALLY_FILLED").trade("5", "1.0", "10", "0.001", "ABC", "1", "10"),
            new Happened(3, "REPLACED", "PARTIALLY_FILLED").with("4", "1", "10"),
            new Happened(4, "TRADE", "PARTIALLY_FILLED").trade("4", "1", "11", "0.5", "BNB", "2", "21"),
            new Happened(5, "TRADE_PREVENTION", "PARTIALLY_FILLED").prevented("4", "2", "21", "0.5", "0.5", "5.5"),
            new Happened(6, "HALTED", "ON_HOLD").with("4", "2", "21"),
            new Happened(7, "TRADE", "FILLED").trade("4", "1.5", "12", "0.002", "ABC", "3.5", "39"));
    /** Cancelled after a trade; the exchange's ids do not grow with time here. */
    private static final List<Execution> CANCELLED = List.of(
            new Happened(30, "NEW", "NEW").with("5", "0", "0"),
            new Happened(40, "TRADE", "PARTIALLY_FILLED").trade("5", "2", "10", "-0.1", "USDT", "2", "20"),
            new Happened(20, "CANCELED", "CANCELED").with("5", "2", "20"));
    /** Two reports that close the order: the greater id holds. */
    private static final List<Execution> CLOSED_TWICE = List.of(
            new Happened(1, "NEW", "NEW").with("5", "0", "0"),
            new Happened(2, "EXPIRED", "EXPIRED").with("5", "0", "0"),
            new Happened(3, "TRADE_PREVENTION", "EXPIRED_IN_MATCH").prevented("5", "0", "0", "5", "5", "60"),
            new Happened(4, "NEW", "PENDING_NEW").with("5", "0", "0"));

    static Stream<List<Execution>> histories() {
        return Stream.of(EVENTFUL, CANCELLED, CLOSED_TWICE);
    }

    @Test
    void stateIsWhatTheHandReckons_afterAnEventfulLife() {
        OrderState state = OrderState.of(EVENTFUL).orElseThrow();

        assertThat(state.standing().status()).isEqualTo("FILLED");
        assertThat(state.standing().terms().quantity()).isEqualTo(d("4"));
        assertThat(state.filled()).isEqualTo(new Filled(d("3.5"), d("39")));
        assertThat(state.fees()).isEqualTo(Map.of("ABC", d("0.003"), "BNB", d("0.5")));
        assertThat(state.prevention()).isEqualTo(new Prevention(d("0.5"), d("0.5"), d("5.5")));
        assertThat(state.lastExecutionId()).contains(7L);
        assertThat(state.lastTradeId()).contains(107L);
        assertThat(state.updatedAt()).isEqualTo(Happened.CREATED.plusSeconds(7));
        assertThat(state.revision()).isEqualTo(7);
        assertThat(state.allTradesSeen()).isTrue();
    }

    @Test
    void cancelledStaysCancelled_whateverTheIdsSay() {
        OrderState state = OrderState.of(CANCELLED).orElseThrow();

        assertThat(state.standing().status()).isEqualTo("CANCELED");
        assertThat(state.filled()).isEqualTo(new Filled(d("2"), d("20")));
        assertThat(state.fees()).isEqualTo(Map.of("USDT", d("-0.1")));
        assertThat(state.lastExecutionId()).contains(40L);
    }

    @Test
    void laterEndHolds_whenAnOrderEndsTwice() {
        assertThat(OrderState.of(CLOSED_TWICE).orElseThrow().standing().status())
                .isEqualTo("EXPIRED_IN_MATCH");
    }

    @ParameterizedTest
    @MethodSource("histories")
    void everyOrderOfArrival_withEveryReportRepeated_leavesOneState(List<Execution> history) {
        OrderState expected = OrderState.of(history).orElseThrow();
        Permutations.of(history, arrived -> {
            List<Execution> repeated = new ArrayList<>(arrived);
            Collections.rotate(repeated, 3);
            repeated.addAll(arrived);
            assertThat(OrderState.of(repeated)).contains(expected);
            assertThat(oneByOne(arrived)).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("histories")
    void orderOnlyMovesForward_inEveryOrderOfArrival(List<Execution> history) {
        Permutations.of(history, arrived -> {
            OrderState before = OrderState.of(arrived.getFirst());
            for (Execution next : arrived.subList(1, arrived.size())) {
                OrderState after = before.and(next);
                assertThat(after.revision()).isEqualTo(before.revision() + 1);
                assertThat(after.filled().quantity())
                        .isGreaterThanOrEqualTo(before.filled().quantity());
                assertThat(after.lastExecutionId().orElseThrow())
                        .isGreaterThanOrEqualTo(before.lastExecutionId().orElseThrow());
                assertThat(after.updatedAt()).isAfterOrEqualTo(before.updatedAt());
                assertThat(after.standing().closed() || !before.standing().closed())
                        .isTrue();
                before = after;
            }
        });
    }

    @Provide
    Arbitrary<List<Execution>> anything() {
        return Arbitraries.integers()
                .between(1, 12)
                .map(OrderStateTest::arbitrary)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    /** One of twelve possible executions of an order: a copy is equal to what it is a copy of. */
    private static Execution arbitrary(int id) {
        String status = List.of("NEW", "PARTIALLY_FILLED", "ON_HOLD", "FILLED", "CANCELED", "PENDING_CANCEL")
                .get(id * 5 % 6);
        return new Happened(id, "TRADE", status)
                .trade(
                        "20",
                        "0." + id,
                        "1" + id,
                        "0.0" + id,
                        id % 2 == 0 ? "BNB" : "ABC",
                        "1." + id * 7 % 10,
                        "3" + id);
    }

    @Property(tries = 300)
    void stateDependsOnTheSetAlone(
            @ForAll("anything") List<Execution> a,
            @ForAll("anything") List<Execution> b,
            @ForAll("anything") List<Execution> c) {
        Optional<OrderState> all = OrderState.of(together(List.of(a, b, c)));
        assertThat(OrderState.of(together(List.of(c, b, a)))).as("commutative").isEqualTo(all);
        assertThat(OrderState.of(together(List.of(b, c, a, b, c, a))))
                .as("idempotent")
                .isEqualTo(all);
        List<Execution> distinct =
                together(List.of(a, b, c)).stream().distinct().toList();
        assertThat(oneByOne(distinct)).as("one by one").isEqualTo(all.orElseThrow());
        assertThat(oneByOne(distinct.reversed())).as("from behind").isEqualTo(all.orElseThrow());
    }

    private static List<Execution> together(List<List<Execution>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static OrderState oneByOne(List<Execution> distinct) {
        OrderState state = OrderState.of(distinct.getFirst());
        for (Execution next : distinct.subList(1, distinct.size())) {
            state = state.and(next);
        }
        return state;
    }

    @Test
    void missingTradeShows_andQuantitiesAreStillRight() {
        OrderState state =
                OrderState.of(List.of(EVENTFUL.get(1), EVENTFUL.get(6))).orElseThrow();

        assertThat(state.allTradesSeen()).isFalse();
        assertThat(state.filled()).isEqualTo(new Filled(d("3.5"), d("39")));
        assertThat(state.fees()).isEqualTo(Map.of("ABC", d("0.003")));
    }

    @Test
    void executionOfAnotherOrder_isRefused() {
        Execution own = EVENTFUL.getFirst();
        Execution other = new Execution(
                new OrderKey("7", "ABCUSDT", 9002),
                2,
                own.kind(),
                own.status(),
                own.time(),
                own.terms(),
                own.fill(),
                own.filled(),
                own.prevention(),
                "",
                "",
                Map.of());

        assertThatThrownBy(() -> OrderState.of(own).and(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_isNoOrder() {
        assertThat(OrderState.of(List.of())).isEmpty();
    }

    /** Every order that a list can have. */
    private static final class Permutations {
        static <T> void of(List<T> items, Consumer<List<T>> use) {
            permute(new ArrayList<>(items), items.size(), use);
        }

        private static <T> void permute(List<T> items, int open, Consumer<List<T>> use) {
            if (open == 1) {
                use.accept(List.copyOf(items));
                return;
            }
            for (int i = 0; i < open; i++) {
                Collections.swap(items, i, open - 1);
                permute(items, open - 1, use);
                Collections.swap(items, i, open - 1);
            }
        }
    }
}
