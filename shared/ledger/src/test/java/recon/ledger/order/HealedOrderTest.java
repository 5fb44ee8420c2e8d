package recon.ledger.order;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.order.Happened.d;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealedOrderTest {
    private static final Execution NEW = new Happened(1, "NEW", "NEW").with("5", "0", "0");
    private static final Execution FIRST =
            new Happened(2, "TRADE", "PARTIALLY_FILLED").trade("5", "1", "10", "0.1", "BNB", "1", "10");
    private static final Execution SECOND =
            new Happened(3, "TRADE", "PARTIALLY_FILLED").trade("5", "2", "11", "0.2", "BNB", "3", "32");
    private static final Execution CANCELED = new Happened(4, "CANCELED", "CANCELED").with("5", "3", "32");
    private static final List<Execution> LIFE = List.of(NEW, FIRST, SECOND, CANCELED);
    private static final OrderSighting END = Seen.order("CANCELED", "5", "3", "32", 4);
    private static final HealedFill HEALED = Seen.trade(3, "2", "11", "0.2", "BNB");

    @Test
    void orderOfWhichNothingWasHeard_standsAsTheExchangeListsIt() {
        OrderState state = OrderState.of(END);

        assertThat(state.standing().status()).isEqualTo("CANCELED");
        assertThat(state.standing().closed()).isTrue();
        assertThat(state.standing().lastKind()).isEmpty();
        assertThat(state.filled()).isEqualTo(new Filled(d("3"), d("32")));
        assertThat(state.allTradesSeen()).isFalse();
        assertThat(state.lastExecutionId()).isEmpty();
        assertThat(state.revision()).isEqualTo(1);
    }

    @Test
    void missedTradeAndEnd_areMadeUpFor() {
        OrderState state = OrderState.of(NEW).and(FIRST).and(END).heal(HEALED);

        assertThat(state.standing().status()).isEqualTo("CANCELED");
        assertThat(state.fees()).isEqualTo(Map.of("BNB", d("0.3")));
        assertThat(state.allTradesSeen()).isTrue();
        assertThat(state.lastTradeId()).contains(103L);
        assertThat(state.kinds()).isEqualTo(Map.of("NEW", 1L, "TRADE", 1L));
        assertThat(state.revision()).isEqualTo(4);
    }

    @Test
    void reportOfAHealedTrade_thatComesAfterAll_countsItOnce() {
        OrderState state = OrderState.of(NEW).and(END).heal(HEALED).and(SECOND);

        assertThat(state.fees()).isEqualTo(Map.of("BNB", d("0.2")));
        assertThat(state.seenQuantity()).isEqualTo(d("2"));
        assertThat(state.healed()).isEmpty();
    }

    @Test
    void tradeHealedTwice_countsOnce() {
        OrderState once = OrderState.of(NEW).heal(HEALED);

        assertThat(once.heal(HEALED)).isSameAs(once);
    }

    @Test
    void healedTradesSayHowFarItIsFilled_untilTheOrderItselfIsSeen() {
        OrderState state =
                OrderState.of(NEW).heal(Seen.trade(2, "1", "10", "0", "")).heal(HEALED);

        assertThat(state.filled()).isEqualTo(new Filled(d("3"), d("32")));
        assertThat(state.and(END).filled()).isEqualTo(new Filled(d("3"), d("32")));
    }

    @Test
    void sightingThatTellsNothingNew_changesNothing() {
        OrderState complete = OrderState.of(LIFE).orElseThrow();
        assertThat(complete.and(END)).isSameAs(complete);
        assertThat(complete.and(Seen.order("PARTIALLY_FILLED", "5", "1", "10", 2)))
                .isSameAs(complete);
        OrderState seen = OrderState.of(NEW).and(END);
        assertThat(seen.and(END)).isSameAs(seen);
        assertThat(seen.and(Seen.order("NEW", "5", "0", "0", 1))).isSameAs(seen);
    }

    @Test
    void openOrder_standsAsTheLaterOfReportAndSighting() {
        OrderState state = OrderState.of(NEW).and(Seen.order("PARTIALLY_FILLED", "5", "1", "10", 2));
        assertThat(state.standing().status()).isEqualTo("PARTIALLY_FILLED");
        assertThat(state.standing().lastKind()).isEmpty();

        assertThat(state.and(SECOND).standing().lastKind()).isEqualTo("TRADE");
        assertThat(state.and(CANCELED).standing().status()).isEqualTo("CANCELED");
    }

    /** An order may rest and be filled within one millisecond, and only its first report may come. */
    @ParameterizedTest
    @CsvSource({"PARTIALLY_FILLED, 5, 1, 10", "NEW, 4, 0, 0"})
    void openOrder_standsAsSeen_whenItWentOnInTheMillisecondOfTheReport(
            String status, String ordered, String filled, String quote) {
        OrderSighting seen = Seen.order(status, ordered, filled, quote, 1);

        for (OrderState state :
                List.of(OrderState.of(NEW).and(seen), OrderState.of(seen).and(NEW))) {
            assertThat(state.standing().status()).isEqualTo(status);
            assertThat(state.standing().terms().quantity()).isEqualTo(d(ordered));
            assertThat(state.filled()).isEqualTo(new Filled(d(filled), d(quote)));
        }
        assertThat(OrderState.of(NEW)
                        .and(Seen.order("NEW", "5", "0", "0", 1))
                        .standing()
                        .lastKind())
                .isEqualTo("NEW");
    }

    /** Reports that came, in any order, with what was missed filled in at any moment. */
    @Property(tries = 300)
    void healedOrderIsTheWholeOrder_whateverWasMissedAndWhenItWasHealed(
            @ForAll @Size(4) List<Boolean> heard, @ForAll @IntRange(min = 0, max = 1_000) int shuffle) {
        OrderState whole = OrderState.of(LIFE).orElseThrow();
        List<UnaryOperator<OrderState>> steps = new ArrayList<>();
        for (int i = 0; i < LIFE.size(); i++) {
            Execution report = LIFE.get(i);
            if (heard.get(i)) {
                steps.add(state -> state.and(report));
            }
        }
        Set<Long> reported = new HashSet<>();
        for (int i = 1; i <= 2; i++) {
            if (heard.get(i)) {
                reported.add(LIFE.get(i).fill().tradeId().orElseThrow());
            }
        }
        if (!reported.contains(102L)) {
            steps.add(state -> state.heal(Seen.trade(2, "1", "10", "0.1", "BNB")));
        }
        if (!reported.contains(103L)) {
            steps.add(state -> state.heal(HEALED));
        }
        steps.add(state -> state.and(Seen.order("PARTIALLY_FILLED", "5", "1", "10", 2)));
        Collections.shuffle(steps, new Random(shuffle));

        OrderState state = OrderState.of(END);
        for (UnaryOperator<OrderState> step : steps) {
            OrderState after = step.apply(state);
            assertThat(after.equals(state) || after.revision() == state.revision() + 1)
                    .isTrue();
            state = after;
        }

        assertThat(state.standing().status()).isEqualTo(whole.standing().status());
        assertThat(state.filled()).isEqualTo(whole.filled());
        assertThat(state.fees()).isEqualTo(whole.fees());
        assertThat(state.lastTradeId()).isEqualTo(whole.lastTradeId());
        assertThat(state.updatedAt()).isEqualTo(whole.updatedAt());
        assertThat(state.allTradesSeen()).isTrue();
    }
}
