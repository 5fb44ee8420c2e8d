package recon.collect.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.collect.heal.Scene.DAY;
import static recon.collect.heal.Scene.SETTLED;
import static recon.collect.heal.Scene.SYMBOL;
import static recon.collect.heal.Scene.mark;
import static recon.storage.testing.Reported.CREATED;
import static recon.storage.testing.Reported.listed;
import static recon.storage.testing.Reported.missed;
import static recon.storage.testing.Reported.order;
import static recon.storage.testing.Reported.placed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.order.HealedFill;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.OrderRecord;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

/** Healing over tables, also when it dies at any call. */
class HealingOnTheStackTest {
    private static final Listening LISTENING = Listening.of(
                    List.of(mark("a", "1", CREATED.minusSeconds(60), CREATED.plusSeconds(60))))
            .orElseThrow();
    private static Installation stack;

    @BeforeAll
    static void create() {
        stack = Installation.fresh();
    }

    private static Healing healing(Installation on, EventBus bus) {
        return new Healing(
                new ExecutionTables(on.clients(), on.settings()),
                ErrorBook.of(new Registry(on.clients(), on.settings())),
                bus,
                () -> Scene.NOW);
    }

    private static void heal(Healing healing, long order) {
        HealedFill fill = missed(order, order * 10 + 2, "4", "0.1");
        healing.orders(LISTENING, SETTLED, List.of(listed(order, "CANCELED", "4")));
        healing.trades(LISTENING, SYMBOL, List.of(DAY), List.of(fill));
        healing.settle(LISTENING, List.of(fill));
    }

    /** Only the placement was heard: a trade and the end are missing. */
    @Test
    void theOutcomeIsTheSame_whereverItDies() {
        ExecutionTables book = new ExecutionTables(stack.clients(), stack.settings());
        long order = 0;
        for (boolean afterwards : List.of(false, true)) {
            boolean killed = true;
            for (int call = 1; killed; call++) {
                order++;
                book.add(List.of(placed(order, order * 10 + 1)));
                List<DomainEvent> told = new ArrayList<>();
                Calls calls = new Calls();
                calls.killAt(call, afterwards);
                try {
                    heal(healing(stack.watched(calls), calls.watch(told::addAll)), order);
                } catch (Calls.Killed expected) {
                    heal(healing(stack, told::addAll), order);
                }
                killed = calls.killed();

                assertHealed(book.order(order(order)).orElseThrow());
                assertThat(told).as("killed at call " + call).isNotEmpty();
                assertErrors(order);
            }
        }
        assertThat(order).as("several calls were tried").isGreaterThan(16);
    }

    private static void assertHealed(OrderRecord order) {
        assertThat(order.state().standing().status()).isEqualTo("CANCELED");
        assertThat(order.state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
        assertThat(order.state().allTradesSeen()).isTrue();
        assertThat(order.untold()).isFalse();
    }

    private static void assertErrors(long order) {
        List<ReconciliationError> errors = new Registry(stack.clients(), stack.settings())
                .errors("7").stream()
                        .filter(error -> error.id().contains("/" + order + "/"))
                        .toList();
        assertThat(errors)
                .extracting(ReconciliationError::id)
                .containsExactly(
                        "REPORT_LOST/ABCUSDT/" + order + "/CANCELED",
                        "TRADE_HEALED/ABCUSDT/" + order + "/" + (order * 10 + 2));
        assertThat(errors.get(0).resolvedAt()).isEmpty();
        assertThat(errors.get(1).resolvedAt()).isPresent();
    }
}
