package recon.ledger.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import recon.ledger.order.Execution;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderState;
import recon.ledger.order.Seen;

class OrderCheckTest {
    private static final OrderSighting CANCELED = Seen.order("CANCELED", "5", "0", "0", 9);
    private static final Instant CREATED = CANCELED.terms().createdAt();

    @Test
    void newAndEndAreNamed_ifNothingWasHeard() {
        assertThat(lost(CANCELED)).containsExactly(lost("NEW", CREATED), lost("CANCELED", CREATED.plusSeconds(9)));
    }

    @Test
    void onlyTheEndIsNamed_ifItWasHeardOf() {
        assertThat(lost(CANCELED, Seen.placed())).containsExactly(lost("CANCELED", CREATED.plusSeconds(9)));
    }

    @Test
    void nothingIsNamed_ofAWholeLife() {
        assertThat(lost(CANCELED, Seen.placed(), Seen.reported(2, "CANCELED", "CANCELED", "5")))
                .isEmpty();
    }

    @Test
    void endIsNotNamed_ofAnOpenOrder() {
        assertThat(lost(Seen.order("NEW", "5", "0", "0", 0), Seen.placed())).isEmpty();
    }

    @Test
    void lastTradeIsNotNamed_forItCanBeHad() {
        assertThat(lost(Seen.order("FILLED", "5", "5", "50", 9), Seen.placed())).isEmpty();
    }

    @Test
    void endByPreventedTrade_hasTheNameOfItsReport() {
        assertThat(lost(Seen.order("EXPIRED_IN_MATCH", "5", "0", "0", 9), Seen.placed()))
                .containsExactly(lost("TRADE_PREVENTION", CREATED.plusSeconds(9)));
    }

    @Test
    void amendmentThatNobodyHeard_isNamedByItsId() {
        OrderSighting amended = Seen.order("NEW", "4", "0", "0", 5);
        Optional<OrderState> known = OrderState.of(List.of(Seen.placed()));
        Amendment heard = new Amendment(Seen.ORDER, 2, CREATED.plusSeconds(3));
        Amendment missed = new Amendment(Seen.ORDER, 3, CREATED.plusSeconds(5));

        assertThat(OrderCheck.lost(amended, known, List.of(heard, missed), Set.of(1L, 2L)))
                .containsExactly(new LostReport(Seen.ORDER, "REPLACED", Optional.of(3L), CREATED.plusSeconds(5)));
    }

    @Test
    void amendmentsAreAskedFor_whereOneMayHaveBeenMissed() {
        assertThat(OrderCheck.asksForAmendments(CANCELED, Optional.empty()))
                .as("nothing was heard")
                .isTrue();
        assertThat(OrderCheck.asksForAmendments(
                        CANCELED, OrderState.of(List.of(Seen.reported(2, "CANCELED", "CANCELED", "5")))))
                .as("the beginning was missed")
                .isTrue();
        assertThat(OrderCheck.asksForAmendments(
                        Seen.order("CANCELED", "4", "0", "0", 9),
                        OrderState.of(List.of(Seen.placed(), Seen.reported(3, "CANCELED", "CANCELED", "4")))))
                .as("it became less")
                .isTrue();
    }

    @Test
    void amendmentsAreNotAskedFor_whereThereCanBeNone() {
        assertThat(OrderCheck.asksForAmendments(CANCELED, OrderState.of(List.of(Seen.placed()))))
                .as("the quantity is what it was")
                .isFalse();
        assertThat(OrderCheck.asksForAmendments(Seen.order("IOC", "EXPIRED", "5", "0", "0", 0), Optional.empty()))
                .as("it never rested")
                .isFalse();
    }

    private static List<LostReport> lost(OrderSighting sighting, Execution... heard) {
        return OrderCheck.lost(sighting, OrderState.of(List.of(heard)), List.of(), Set.of());
    }

    private static LostReport lost(String kind, Instant about) {
        return new LostReport(Seen.ORDER, kind, Optional.empty(), about);
    }
}
