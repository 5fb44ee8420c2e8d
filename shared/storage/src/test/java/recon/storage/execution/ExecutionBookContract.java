package recon.storage.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.testing.Reported.listed;
import static recon.storage.testing.Reported.missed;
import static recon.storage.testing.Reported.order;
import static recon.storage.testing.Reported.placed;
import static recon.storage.testing.Reported.trade;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.order.Execution;
import recon.ledger.order.OrderState;

/** What every book of executions keeps to: the tables, and the one in memory that tests use in their place. */
abstract class ExecutionBookContract {
    private final ExecutionBook book = empty();

    abstract ExecutionBook empty();

    @Test
    void executionsAndOrderAreReadBack_asTheyWereAdded() {
        List<ReportedExecution> all =
                List.of(placed(1, 1), trade(1, 2, "1.50", "0.001", "1.5"), trade(1, 3, "2", "0.002", "3.5"));

        Added added = book.add(all);

        OrderState state = OrderState.of(
                        all.stream().map(ReportedExecution::execution).toList())
                .orElseThrow();
        assertThat(added.orders()).containsExactly(new OrderRecord(state, "ABC", "USDT", 0));
        assertThat(added.fresh()).isEqualTo(3);
        assertThat(book.order(order(1))).contains(new OrderRecord(state, "ABC", "USDT", 0));
        assertThat(book.executions("7", "ABCUSDT", LocalDate.parse("2026-01-05")))
                .isEqualTo(all);
        assertThat(book.executions("7", "ABCUSDT", LocalDate.parse("2026-01-06")))
                .isEmpty();
        assertThat(book.order(order(2))).isEmpty();
    }

    @Test
    void repeatedExecution_changesNothing_andStillShowsItsOrder() {
        ReportedExecution trade = trade(1, 2, "1", "0.001", "1");
        book.add(List.of(placed(1, 1), trade));

        Added again = book.add(List.of(trade, trade));

        assertThat(again.fresh()).isZero();
        assertThat(again.repeated()).isEqualTo(2);
        assertThat(again.orders()).singleElement().satisfies(order -> {
            assertThat(order.revision()).isEqualTo(2);
            assertThat(order.state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.001")));
        });
    }

    @Test
    void copyFromAnotherConnection_isTheSameExecution() {
        ReportedExecution one = placed(1, 1);
        ReportedExecution copy = new ReportedExecution(
                one.execution(),
                "ABC",
                "USDT",
                one.eventTime().plusMillis(3),
                one.receivedAt().plusMillis(9),
                new RawRef("raw/other.json.gz", 7));

        assertThat(book.add(List.of(one, copy)).fresh()).isEqualTo(1);
        Added later = book.add(List.of(copy));
        assertThat(later.repeated()).isEqualTo(1);
        assertThat(later.differing()).isEmpty();
    }

    @Test
    void anotherExecutionUnderTheSameId_isNamed_andTheFirstStays() {
        book.add(List.of(trade(1, 2, "1", "0.001", "1")));

        Added added = book.add(List.of(trade(1, 2, "1", "0.009", "1")));

        assertThat(added.differing()).hasSize(1);
        assertThat(book.order(order(1)).orElseThrow().state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.001")));
    }

    @Test
    void executionUnderTheIdOfAnotherOrder_isNamed_andTheFirstStays() {
        book.add(List.of(trade(1, 2, "1", "0.001", "1")));

        Added added = book.add(List.of(trade(2, 2, "1", "0.001", "1"), placed(3, 3)));

        assertThat(added.differing()).hasSize(1);
        assertThat(added.orders()).extracting(OrderRecord::order).containsExactly(order(3));
        assertThat(added.contended()).isEmpty();
        assertThat(book.order(order(2))).isEmpty();
    }

    @Test
    void orderIsUntold_untilItsRevisionWasPublished() {
        OrderRecord first = book.add(List.of(placed(1, 1))).orders().getFirst();
        assertThat(first.untold()).isTrue();
        OrderRecord second =
                book.add(List.of(trade(1, 2, "1", "0", "1"))).orders().getFirst();

        book.told(List.of(second));
        book.told(List.of(first));

        assertThat(book.order(order(1)).orElseThrow().told())
                .as("the later revision stays told")
                .isEqualTo(2);
        assertThat(book.add(List.of(trade(1, 3, "1", "0", "2"))).orders().getFirst())
                .satisfies(order -> {
                    assertThat(order.told()).isEqualTo(2);
                    assertThat(order.untold()).isTrue();
                });
    }

    @Test
    void oneOrderIsLeft_byAnyCutOfALongHistoryIntoCalls() {
        List<ReportedExecution> all = new ArrayList<>(LongStream.rangeClosed(1, 250)
                .mapToObj(i ->
                        trade(1, i, "0.01", "0.0001", BigDecimal.valueOf(i, 2).toString()))
                .toList());
        OrderState expected = OrderState.of(
                        all.stream().map(ReportedExecution::execution).toList())
                .orElseThrow();
        Collections.shuffle(all, new Random(7));

        book.add(all.subList(0, 230));
        book.add(all.subList(200, 250));

        assertThat(book.order(order(1)).orElseThrow().state()).isEqualTo(expected);
        assertThat(expected.fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.025")));
    }

    @Test
    void manyOrders_areAddedInOneCall() {
        List<ReportedExecution> all = IntStream.rangeClosed(1, 150)
                .boxed()
                .flatMap(i -> Stream.of(placed(i, 2L * i), trade(i, 2L * i + 1, "1", "0.1", "1")))
                .toList();

        Added added = book.add(all);
        book.told(added.orders());

        assertThat(added.fresh()).isEqualTo(300);
        assertThat(added.orders()).hasSize(150).allMatch(o -> o.revision() == 2);
        assertThat(book.add(all).orders()).hasSize(150).noneMatch(OrderRecord::untold);
    }

    @Test
    void unusualFields_areReadBack() {
        ReportedExecution usual = trade(1, 2, "1", "0.001", "1");
        Execution e = usual.execution();
        ReportedExecution unusual = new ReportedExecution(
                new Execution(
                        e.order(),
                        9,
                        "SETTLED_OUT",
                        "ON_HOLD",
                        e.time(),
                        e.terms(),
                        e.fill(),
                        e.filled(),
                        new recon.ledger.order.Prevention(
                                new BigDecimal("3"), new BigDecimal("1"), new BigDecimal("2.1")),
                        "OCO_BAD_PRICES",
                        "OCO_TRIGGER",
                        Map.of("zZ", "{\"deep\":1}", "empty", "")),
                "ABC",
                "USDT",
                usual.eventTime(),
                usual.receivedAt(),
                usual.raw());

        book.add(List.of(unusual));

        assertThat(book.executions("7", "ABCUSDT", LocalDate.parse("2026-01-05")))
                .containsExactly(unusual);
        assertThat(book.order(order(1)).orElseThrow().state()).isEqualTo(OrderState.of(unusual.execution()));
    }

    @Test
    void orderThatIsOnlyListed_isThere_andItsReportsComeOnTop() {
        OrderRecord listed = book.sight(List.of(listed(1, "CANCELED", "1.5"))).getFirst();
        assertThat(listed.state())
                .isEqualTo(OrderState.of(listed(1, "CANCELED", "1.5").sighting()));
        assertThat(listed.untold()).isTrue();
        assertThat(book.order(order(1))).contains(listed);

        OrderRecord reported = book.add(List.of(placed(1, 1))).orders().getFirst();

        assertThat(reported.state().standing().status()).isEqualTo("CANCELED");
        assertThat(reported.state().kinds()).isEqualTo(Map.of("NEW", 1L));
        assertThat(reported.revision()).isEqualTo(2);
        assertThat(book.orders(List.of(order(1), order(2), order(1)))).containsExactly(reported);
    }

    @Test
    void listedOrderThatTellsNothingNew_changesNothing() {
        book.add(List.of(placed(1, 1), trade(1, 2, "1.5", "0.1", "1.5")));
        SightedOrder news = listed(1, "CANCELED", "1.5");

        OrderRecord first = book.sight(List.of(news)).getFirst();

        assertThat(first.revision()).isEqualTo(3);
        assertThat(book.sight(List.of(news))).containsExactly(first);
        assertThat(book.sight(List.of(listed(1, "NEW", "0")))).containsExactly(first);
    }

    @Test
    void missedTradeIsHealedOnce_andReadBack() {
        book.add(List.of(placed(1, 1)));

        Healed healed = book.heal(List.of(missed(1, 2, "1.5", "0.1")));

        assertThat(healed.fresh()).containsExactly(missed(1, 2, "1.5", "0.1"));
        assertThat(healed.orders()).containsExactly(book.order(order(1)).orElseThrow());
        assertThat(healed.orders().getFirst().state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
        assertThat(healed.orders().getFirst().untold()).isTrue();
        Healed again = book.heal(List.of(missed(1, 2, "1.5", "0.1")));
        assertThat(again.fresh()).isEmpty();
        assertThat(again.orders()).isEqualTo(healed.orders());
        assertThat(book.healed("7", "ABCUSDT", LocalDate.parse("2026-01-05")))
                .containsExactly(missed(1, 2, "1.5", "0.1"));
        assertThat(book.executions("7", "ABCUSDT", LocalDate.parse("2026-01-05")))
                .hasSize(1);
    }

    @Test
    void tradeWithAReport_isNotHealed() {
        book.add(List.of(placed(1, 1), trade(1, 2, "1.5", "0.1", "1.5")));

        Healed healed = book.heal(List.of(missed(1, 2, "1.5", "0.1")));

        assertThat(healed.fresh()).isEmpty();
        assertThat(healed.orders().getFirst().state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
    }

    @Test
    void reportOfAHealedTrade_countsItNotAgain() {
        book.add(List.of(placed(1, 1)));
        book.heal(List.of(missed(1, 2, "1.5", "0.1")));

        Added added = book.add(List.of(trade(1, 2, "1.5", "0.1", "1.5")));

        assertThat(added.fresh()).isEqualTo(1);
        assertThat(added.orders().getFirst().state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
        assertThat(book.heal(List.of(missed(1, 2, "1.5", "0.1"))).fresh()).isEmpty();
    }

    @Test
    void tradeOfAnUnknownOrder_waitsForItsOrder() {
        assertThat(book.heal(List.of(missed(1, 2, "1.5", "0.1"))).unplaced())
                .containsExactly(missed(1, 2, "1.5", "0.1"));
        assertThat(book.order(order(1))).isEmpty();

        book.sight(List.of(listed(1, "CANCELED", "1.5")));
        assertThat(book.heal(List.of(missed(1, 2, "1.5", "0.1"))).fresh()).hasSize(1);
    }
}
