package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.Journal.Folded;

/** What orders say of lifecycles: why they were closed, at which prices they would have been left, and what waits. */
class PositionOrderTest {
    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
    }

    @ParameterizedTest
    @CsvSource({"adl_autoclose, ADL", "settlement_autoclose-9, SETTLEMENT", "autoclose-9, LIQUIDATION"})
    void closesByTheExchangeAreFlagged(String clientId, LifecycleFlag flag) {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .order(102, "SELL", "MARKET", "FILLED", "0", clientId, 9, 9)
                .fill(2, "SELL", "1", "100", "0", "0.04", 9)
                .fold();

        assertThat(folded.closed().getFirst().flags()).containsExactly(flag);
    }

    @Test
    void stopAndTargetComeFromOrders_theLatestCounts() {
        Folded folded = new Journal()
                .order(1, "SELL", "STOP_MARKET", "CANCELED", "90", "web", -10, 4)
                .order(9, "SELL", "TAKE_PROFIT_MARKET", "CANCELED", "170", "web", -10, -1)
                .order(10, "SELL LONG", "TAKE_PROFIT_MARKET", "NEW", "180", "web", 8, 8)
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .order(2, "SELL", "STOP_MARKET", "NEW", "95", "web", 5, 5)
                .order(3, "SELL", "TAKE_PROFIT_MARKET", "NEW", "120", "web", 6, 6)
                .order(4, "BUY", "STOP_MARKET", "NEW", "130", "web", 7, 7)
                .order(102, "SELL", "LIMIT", "FILLED", "0", "web", 8, 9)
                .fill(2, "SELL", "1", "110", "10", "0.04", 9)
                .fold();

        assertThat(folded.closed()).singleElement().satisfies(trade -> {
            assertThat(trade.stopLoss()).contains(of("95"));
            assertThat(trade.takeProfit()).contains(of("120"));
            assertThat(trade.exit().lastType()).isEqualTo("LIMIT");
            assertThat(trade.entry().firstType()).isEmpty();
        });
    }

    @Test
    void anOrderThatWasCanceledBeforeDoesNotGuardWhatComesAfter() {
        Folded folded = new Journal()
                .order(1, "SELL", "STOP_MARKET", "CANCELED", "90", "web", -10, -1)
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fold();

        assertThat(folded.open().getFirst().stopLoss()).isEmpty();
    }

    @Test
    void ordersThatWaitWhereNothingIsHeldArePending() {
        Folded folded = new Journal()
                .order(1, "BUY LONG", "LIMIT", "NEW", "0", "web", 0, 0)
                .order(2, "SELL LONG", "LIMIT", "NEW", "0", "web", 0, 0)
                .order(3, "BUY LONG", "LIMIT", "CANCELED", "0", "web", 0, 1)
                .order(4, "BUY LONG", "STOP_MARKET", "NEW", "90", "web", 0, 0)
                .fold();

        assertThat(folded.pending()).extracting(PendingPosition::orderId).containsExactly(1L);
    }
}
