package recon.ledger.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.order.Seen;

class TradeCheckTest {
    private static final HealedFill LISTED = Seen.trade(2, "1", "10", "0.1", "BNB");
    private static final Execution REPORTED = Seen.traded(2, "PARTIALLY_FILLED", "1.0", "10", "0.10", "BNB");

    @Test
    void nothingIsFound_whereBothAgree() {
        assertThat(TradeCheck.of(List.of(LISTED), List.of(Seen.placed(), REPORTED), List.of()))
                .isEqualTo(new TradeCheck.Result(List.of(), List.of(), List.of()));
    }

    @Test
    void listedTradeIsMissing_unlessItWasHealed() {
        assertThat(TradeCheck.of(List.of(LISTED), List.of(), List.of()).missing())
                .containsExactly(LISTED);
        assertThat(TradeCheck.of(List.of(LISTED), List.of(), List.of(LISTED)).missing())
                .isEmpty();
    }

    @Test
    void tradeThatIsNotListed_isUnknown() {
        assertThat(TradeCheck.of(List.of(), List.of(Seen.placed(), REPORTED), List.of())
                        .unknown())
                .containsExactly(REPORTED);
    }

    @Test
    void otherAmounts_differ() {
        Execution dearer = Seen.traded(2, "PARTIALLY_FILLED", "1", "10", "0.11", "BNB");

        assertThat(TradeCheck.of(List.of(LISTED), List.of(dearer), List.of()).differing())
                .containsExactly(dearer);
    }

    @Test
    void twoSidesOfASelfTrade_areTwoTrades() {
        HealedFill other = new HealedFill(
                new OrderKey("7", "ABCUSDT", 9002),
                LISTED.tradeId(),
                LISTED.time(),
                LISTED.quantity(),
                LISTED.quoteQuantity(),
                LISTED.price(),
                LISTED.fee(),
                LISTED.feeAsset(),
                LISTED.raw());

        assertThat(TradeCheck.of(List.of(LISTED, other), List.of(REPORTED), List.of())
                        .missing())
                .containsExactly(other);
    }
}
