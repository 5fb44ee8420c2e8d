package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.position.row.ForcedClose;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.FuturesOrder.Kind;
import recon.ledger.position.row.PositionSide;

class OrderDeskTest {
    private final SymbolBook book = new SymbolBook("BNBUSDT", true, "USDT");
    private final OrderDesk desk = new OrderDesk();

    private static FuturesOrder order(Kind kind, long id, long triggered, String type, Optional<ForcedClose> forced) {
        return order(kind, id, triggered, type, forced, true, "0");
    }

    private static FuturesOrder order(
            Kind kind,
            long id,
            long triggered,
            String type,
            Optional<ForcedClose> forced,
            boolean closing,
            String trigger) {
        return new FuturesOrder(
                "7",
                "BNBUSDT",
                kind,
                id,
                triggered,
                PositionSide.BOTH,
                false,
                type,
                "FILLED",
                BigDecimal.ONE,
                BigDecimal.ONE,
                new BigDecimal(trigger),
                closing,
                forced,
                Journal.START,
                Journal.START);
    }

    @Test
    void ordersAreForgotten_whenNoFillOfThemCanCome() {
        Journal journal = new Journal()
                .order(1, "SELL", "STOP_MARKET", "CANCELED", "90", "web", 0, 10)
                .order(2, "SELL", "STOP_MARKET", "NEW", "95", "web", 0, 0);
        journal.orders.forEach(order -> desk.order(order, book));

        desk.until(Journal.START + 130_000);
        assertThat(book.orders()).containsOnlyKeys(1L, 2L);
        desk.until(Journal.START + 130_001);
        assertThat(book.orders()).containsOnlyKeys(2L);
        assertThat(book.protective()).extracting(FuturesOrder::orderId).containsExactly(2L);
    }

    @Test
    void anOrderThatMayOpenSomethingGuardsNothing_untilItLeavesThePosition() {
        Journal journal =
                new Journal().fill(1, "BUY", "1", "100", "0", "0", 0).fill(2, "SELL", "1", "90", "-10", "0", 0);
        OpenLifecycle held = new OpenLifecycle(journal.fills.getFirst().key(), Direction.LONG, Journal.START);
        book.open(held);

        desk.order(order(Kind.PLAIN, 102, 0, "STOP_MARKET", Optional.empty(), false, "90"), book);
        assertThat(held.lifecycle("USDT").stopLoss()).isEmpty();
        assertThat(desk.exitType(journal.fills.getLast(), held, book)).isEqualTo("STOP_MARKET");
        assertThat(held.lifecycle("USDT").stopLoss()).contains(new BigDecimal("90"));
    }

    @Test
    void whatSeveralListsSayOfOneOrderIsPutTogether() {
        desk.order(order(Kind.PLAIN, 5, 0, "MARKET", Optional.empty()), book);
        desk.order(order(Kind.FORCED, 5, 0, "LIMIT", Optional.of(ForcedClose.ADL)), book);
        desk.order(order(Kind.CONDITIONAL, 99, 6, "STOP_MARKET", Optional.empty()), book);
        desk.order(order(Kind.PLAIN, 6, 0, "MARKET", Optional.empty()), book);

        assertThat(book.orders().get(5L).type()).isEqualTo("MARKET");
        assertThat(book.orders().get(5L).forced()).contains(ForcedClose.ADL);
        assertThat(book.orders().get(6L).type()).isEqualTo("STOP_MARKET");
    }
}
