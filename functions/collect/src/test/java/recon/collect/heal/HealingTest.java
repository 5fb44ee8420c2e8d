package recon.collect.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.collect.heal.Scene.amendment;
import static recon.collect.heal.Scene.changedAt;
import static recon.collect.heal.Scene.lowered;
import static recon.collect.heal.Scene.mark;
import static recon.collect.heal.Scene.report;
import static recon.storage.testing.Reported.CREATED;
import static recon.storage.testing.Reported.listed;
import static recon.storage.testing.Reported.missed;
import static recon.storage.testing.Reported.order;
import static recon.storage.testing.Reported.placed;
import static recon.storage.testing.Reported.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recon.storage.event.DomainEvent;
import recon.storage.registry.ReconciliationError;

/** The reports of order 1 are 11, 12, …; it was created at 10:00:00 and is listed as it stood a second later. */
class HealingTest {
    private final Scene scene = new Scene();

    @Test
    void nothingIsFound_whenEveryReportCame() {
        scene.heard(placed(1, 11), trade(1, 12, "4", "0.1", "4"), report(1, 13, "CANCELED", "CANCELED"));

        assertThat(scene.check(listed(1, "CANCELED", "4"))).isEqualTo(new Checked(0, List.of()));
        assertThat(scene.compare(missed(1, 12, "4", "0.1"))).isEqualTo(new Traded(0, 0, 0, 0));
        assertThat(scene.errors.all("7")).isEmpty();
    }

    @Test
    void newIsNamed_whenOnlyTheEndCame() {
        scene.heard(report(1, 13, "CANCELED", "CANCELED"));

        assertThat(scene.check(listed(1, "CANCELED", "0"))).isEqualTo(new Checked(1, List.of(order(1))));
        assertThat(scene.errors.open()).containsExactly("REPORT_LOST/ABCUSDT/1/NEW");
        ReconciliationError error = scene.errors.get("REPORT_LOST/ABCUSDT/1/NEW");
        assertThat(error.errorType()).isEqualTo("REPORT_LOST");
        assertThat(error.needsManualReview()).isFalse();
        assertThat(error.rawRef()).isEqualTo("raw/orders.json.gz");
        assertThat(error.message())
                .isEqualTo("the report NEW of order 1 at 2026-01-05T10:00:00Z never came; "
                        + "no gap covers it: the exchange did not send it");
    }

    @Test
    void placementAndEndAreNamed_andTheOrderIsClosedAndTold_whenNothingCame() {
        assertThat(scene.check(listed(1, "CANCELED", "0")).lost()).isEqualTo(2);

        assertThat(scene.errors.open())
                .containsExactlyInAnyOrder("REPORT_LOST/ABCUSDT/1/NEW", "REPORT_LOST/ABCUSDT/1/CANCELED");
        assertThat(scene.state(1).standing().status()).isEqualTo("CANCELED");
        assertThat(scene.told).extracting(DomainEvent::type).containsExactly("GenericOrderData");
    }

    @Test
    void theOrderIsToldOnce_howeverOftenItIsChecked() {
        scene.check(listed(1, "CANCELED", "0"));
        scene.check(listed(1, "CANCELED", "0"));
        assertThat(scene.told).hasSize(1);
        assertThat(scene.errors.all("7")).hasSize(2);
    }

    @Test
    void preventionIsNamed_whenTheOrderExpiredInMatch() {
        scene.heard(placed(1, 11));
        scene.check(listed(1, "EXPIRED_IN_MATCH", "0"));
        assertThat(scene.errors.open()).containsExactly("REPORT_LOST/ABCUSDT/1/TRADE_PREVENTION");
    }

    @Test
    void anAmendmentIsNamed_whenItsReportDidNotCome() {
        scene.heard(placed(1, 11), report(1, 13, "REPLACED", "NEW"));

        assertThat(scene.check(lowered(1, "NEW", "5"))).isEqualTo(new Checked(0, List.of(order(1))));
        int lost = scene.healing.amendments(
                scene.listening, Scene.SETTLED, order(1), List.of(amendment(1, 12), amendment(1, 13)));

        assertThat(lost).isEqualTo(1);
        // 10:00:00.012
        assertThat(scene.errors.open()).containsExactly("REPORT_LOST/ABCUSDT/1/REPLACED/1767607200012-12");
    }

    @Test
    void theEndIsNotNamedYet_whileItsReportMayBeUnderWay() {
        scene.heard(placed(1, 11));
        scene.check(changedAt(listed(1, "CANCELED", "0"), Scene.SETTLED.plusMillis(1)));
        assertThat(scene.errors.open()).isEmpty();
        scene.check(changedAt(listed(2, "CANCELED", "0"), Scene.SETTLED));
        assertThat(scene.errors.open()).contains("REPORT_LOST/ABCUSDT/2/CANCELED");
    }

    @Test
    void nothingIsNamed_ofTheTimeBeforeAnybodyListened() {
        scene.listening = Listening.of(List.of(mark("a", "1", CREATED.plusMillis(500), Scene.NOW)))
                .orElseThrow();
        scene.check(listed(1, "CANCELED", "0"));
        assertThat(scene.errors.open()).containsExactly("REPORT_LOST/ABCUSDT/1/CANCELED");
    }

    @Test
    void anOrderThatEndedBeforeAnybodyListened_isNotTakenUp() {
        scene.listening = Listening.of(List.of(mark("a", "1", CREATED.plusSeconds(2), Scene.NOW)))
                .orElseThrow();
        assertThat(scene.check(listed(1, "CANCELED", "0"), listed(2, "NEW", "0")))
                .isEqualTo(new Checked(0, List.of()));
        assertThat(scene.book.orders())
                .extracting(order -> order.order().orderId())
                .containsExactly(2L);
    }

    /** A report of 10:00:00 may have been under way for nearly 5 seconds when the connection was last heard of. */
    @Test
    void theGapIsNamed_thatALostReportLiesInOrWasUnderWayAt() {
        assertThat(messageWhereNobodyListensFrom(CREATED.minusSeconds(2)))
                .endsWith("nobody listened from 2026-01-05T09:59:58Z to 2026-01-05T10:00:30Z");
        assertThat(messageWhereNobodyListensFrom(CREATED.plusMillis(4_999)))
                .endsWith("nobody listened from 2026-01-05T10:00:04.999Z to 2026-01-05T10:00:30Z");
        assertThat(messageWhereNobodyListensFrom(CREATED.plusSeconds(5))).contains("no gap covers it");
    }

    private String messageWhereNobodyListensFrom(Instant upTo) {
        scene.listening = Listening.of(List.of(
                        mark("a", "1", CREATED.minusSeconds(60), upTo),
                        mark("a", "2", CREATED.plusSeconds(30), Scene.NOW)))
                .orElseThrow();
        scene.check(listed(1, "CANCELED", "0"));
        return scene.errors.get("REPORT_LOST/ABCUSDT/1/NEW").message();
    }

    @Test
    void aTradeIsFilledIn_toldAndNamed_whenNoReportToldIt() {
        scene.heard(placed(1, 11));
        scene.check(listed(1, "PARTIALLY_FILLED", "4"));
        scene.told.clear();

        assertThat(scene.compare(missed(1, 12, "4", "0.1"))).isEqualTo(new Traded(1, 0, 0, 0));

        assertThat(scene.state(1).fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
        assertThat(scene.state(1).allTradesSeen()).isTrue();
        assertThat(scene.told).hasSize(1);
        ReconciliationError error = scene.errors.get("TRADE_HEALED/ABCUSDT/1/12");
        assertThat(error.resolvedAt()).contains(Scene.NOW);
        assertThat(error.notes()).isEqualTo("from myTrades");
        assertThat(error.needsManualReview()).isFalse();
        assertThat(error.rawRef()).isEqualTo("raw/trades.json.gz");
    }

    @Test
    void feesCountOnce_whenTheReportOfAHealedTradeComesAfterAll() {
        scene.heard(placed(1, 11));
        scene.compare(missed(1, 12, "4", "0.1"));
        scene.heard(trade(1, 12, "4", "0.1", "4"));

        assertThat(scene.state(1).fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
        assertThat(scene.state(1).seenQuantity()).isEqualByComparingTo("4");
        assertThat(scene.compare(missed(1, 12, "4", "0.1"))).isEqualTo(new Traded(0, 0, 0, 0));
        assertThat(scene.state(1).fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
    }

    @Test
    void anOrderIsToldLater_whenTheBusWasAwayAfterItsTradeWasFilledIn() {
        scene.heard(placed(1, 11));
        scene.busIsAway = true;
        assertThatThrownBy(() -> scene.compare(missed(1, 12, "4", "0.1"))).hasMessage("the bus is away");
        assertThat(scene.errors.open()).containsExactly("TRADE_HEALED/ABCUSDT/1/12");

        scene.busIsAway = false;
        assertThat(scene.compare(missed(1, 12, "4", "0.1"))).isEqualTo(new Traded(0, 0, 0, 0));
        assertThat(scene.told).hasSize(1);
        scene.settle(missed(1, 12, "4", "0.1"));
        assertThat(scene.errors.open()).isEmpty();
    }

    @Test
    void aTradeOfAnUnknownOrder_isLeftToAPerson_untilItsOrderIsKnown() {
        assertThat(scene.compare(missed(1, 12, "4", "0.1"))).isEqualTo(new Traded(0, 1, 0, 0));
        assertThat(scene.errors.get("TRADE_HEALED/ABCUSDT/1/12").needsManualReview())
                .isTrue();
        assertThat(scene.errors.open()).containsExactly("TRADE_HEALED/ABCUSDT/1/12");

        scene.check(listed(1, "FILLED", "4"));
        scene.settle(missed(1, 12, "4", "0.1"));
        assertThat(scene.errors.open()).contains("TRADE_HEALED/ABCUSDT/1/12");
        assertThat(scene.compare(missed(1, 12, "4", "0.1"))).isEqualTo(new Traded(1, 0, 0, 0));
        assertThat(scene.errors.get("TRADE_HEALED/ABCUSDT/1/12").resolvedAt()).contains(Scene.NOW);
    }

    @Test
    void tradesBeforeAnybodyListened_areNotFilledIn() {
        scene.listening = Listening.of(List.of(mark("a", "1", CREATED.plusMillis(13), Scene.NOW)))
                .orElseThrow();
        scene.check(listed(1, "PARTIALLY_FILLED", "6"));
        assertThat(scene.compare(missed(1, 12, "4", "0.1"), missed(1, 13, "2", "0.1")))
                .isEqualTo(new Traded(1, 0, 0, 0));
        assertThat(scene.state(1).seenQuantity()).isEqualByComparingTo("2");
    }

    @Test
    void aTradeThatTheExchangeDoesNotList_isLeftToAPerson_untilItIsListed() {
        scene.heard(placed(1, 11), trade(1, 12, "4", "0.1", "4"));

        assertThat(scene.compare()).isEqualTo(new Traded(0, 0, 1, 0));
        scene.settle();
        assertThat(scene.errors.open()).containsExactly("TRADE_UNKNOWN/ABCUSDT/1/12");
        assertThat(scene.errors.get("TRADE_UNKNOWN/ABCUSDT/1/12").needsManualReview())
                .isTrue();

        scene.compare(missed(1, 12, "4", "0.1"));
        scene.settle(missed(1, 12, "4", "0.1"));
        assertThat(scene.errors.open()).isEmpty();
    }

    @Test
    void aTradeWithAnotherFee_isLeftToAPerson() {
        scene.heard(placed(1, 11), trade(1, 12, "4", "0.1", "4"));
        assertThat(scene.compare(missed(1, 12, "4", "0.2"))).isEqualTo(new Traded(0, 0, 0, 1));
        assertThat(scene.errors.open()).containsExactly("TRADE_DIFFERS/ABCUSDT/1/12");
        assertThat(scene.state(1).fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.1")));
    }

    @Test
    void lostReportsAreSettled_whenTheyComeLater() {
        scene.heard(trade(1, 14, "1", "0.1", "1"));
        scene.check(lowered(1, "CANCELED", "5"));
        scene.healing.amendments(scene.listening, Scene.SETTLED, order(1), List.of(amendment(1, 12), amendment(1, 13)));
        assertThat(scene.settle()).isEqualTo(4);

        scene.heard(report(1, 12, "REPLACED", "NEW"), placed(1, 11));
        assertThat(scene.settle()).isEqualTo(2);
        assertThat(scene.errors.open())
                .containsExactlyInAnyOrder(
                        "REPORT_LOST/ABCUSDT/1/CANCELED", "REPORT_LOST/ABCUSDT/1/REPLACED/1767607200013-13");
        assertThat(scene.errors.get("REPORT_LOST/ABCUSDT/1/NEW").notes()).isEqualTo("the report came later");

        scene.heard(report(1, 15, "CANCELED", "CANCELED"));
        assertThat(scene.settle()).isEqualTo(1);
    }

    @Test
    void whatAPersonSettled_staysAsItIs() {
        scene.heard(placed(1, 11));
        scene.check(listed(1, "CANCELED", "0"));
        ReconciliationError error = scene.errors.get("REPORT_LOST/ABCUSDT/1/CANCELED");
        scene.errors.put(error.settled(Scene.NOW, "the exchange has confirmed it"));

        scene.check(listed(1, "CANCELED", "0"));
        assertThat(scene.settle()).isZero();
        scene.heard(report(1, 12, "CANCELED", "CANCELED"));
        scene.settle();
        assertThat(scene.errors.get(error.id()).notes()).isEqualTo("the exchange has confirmed it");
    }
}
