package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.aggregate.fold.RoundTrip.BUY;
import static recon.aggregate.fold.RoundTrip.FEE_IN;
import static recon.aggregate.fold.RoundTrip.FEE_OUT;
import static recon.aggregate.fold.RoundTrip.LEFT;
import static recon.aggregate.fold.RoundTrip.PROFIT;
import static recon.aggregate.fold.RoundTrip.SELL;
import static recon.aggregate.fold.Scene.fill;
import static recon.aggregate.fold.Scene.paid;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.aggregate.doubt.Doubts;
import recon.storage.event.FuturesRequest;
import recon.storage.registry.ReconciliationError;

/** What is done where fills and income do not agree. */
class DoubtsTest {
    @Test
    void aWithheldFillIsAskedForOnce_givenUp_andForgottenWhenItComes() {
        Scene scene = new Scene();
        scene.fills(BUY);
        scene.income(FEE_IN, FEE_OUT, PROFIT);

        scene.collected();

        LocalDate day = LocalDate.parse("2026-01-01");
        String window = "futures-resync-7-BNBUSDT-2026-01-01-2026-01-01-1";
        assertThat(scene.asked())
                .containsExactly(new FuturesRequest(
                        window, List.of("7"), List.of("BNBUSDT"), Optional.of(day), Optional.of(day)));
        assertThat(scene.told("resyncs")).isEqualTo(1);
        assertThat(scene.file("position-totals.csv"))
                .contains("7,count,BNBUSDT,,1,2,1,re_sync,2026-01-01,2026-01-01")
                .contains("7,pnl,BNBUSDT,USDT,0,10,10,re_sync,2026-01-01,2026-01-01");
        assertThat(scene.open()).extracting(ReconciliationError::errorType).containsExactly(Doubts.FEES_DIFFER);

        scene.collected();
        assertThat(scene.asked()).as("it is under way").hasSize(1);

        scene.collected(window);
        assertThat(scene.open())
                .extracting(ReconciliationError::errorType)
                .containsExactly(Doubts.FEES_DIFFER, Doubts.TOTALS_DIFFER);
        assertThat(scene.open()).allMatch(ReconciliationError::needsManualReview);
        scene.collected();
        assertThat(scene.asked()).as("it did not help").hasSize(1);

        scene.fills(SELL);
        scene.collected();
        assertThat(scene.open()).isEmpty();
        assertThat(scene.errors()).allMatch(error -> error.notes().equals(ReconciliationError.GONE));
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false");
    }

    @Test
    void aWithheldProfitIsAskedFor_andTheTradesOfThatDayAreInDoubt() {
        Scene scene = new Scene();
        // Another trade of the day is whole.
        scene.fills(BUY, SELL, fill(3, "SELL", "110", "0", LEFT + 1_000), fill(4, "BUY", "109", "1", LEFT + 2_000));
        scene.income(
                FEE_IN,
                FEE_OUT,
                paid(3, "COMMISSION", "-0.04", LEFT + 1_000),
                paid(4, "COMMISSION", "-0.04", LEFT + 2_000),
                paid(4, "REALIZED_PNL", "1", LEFT + 2_000));

        scene.collected();

        assertThat(scene.asked()).hasSize(1);
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_3_4 0.92 true");
        assertThat(scene.file("positions-rejected.csv"))
                .contains("7_BNBUSDT_BOTH_1_2")
                .contains("missing income");
        assertThat(scene.told("rejected")).isEqualTo(1);
        assertThat(scene.told("findings")).isEqualTo(1);

        scene.income(PROFIT);
        scene.collected();
        assertThat(scene.stored())
                .extracting(RoundTrip::trade)
                .containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false", "7_BNBUSDT_BOTH_3_4 0.92 false");
    }

    @Test
    void incomeThatMayStillComeIsNotMissed() {
        Scene scene = new Scene();
        long now = scene.now().toEpochMilli();
        scene.fills(
                BUY, SELL, fill(3, "BUY", "100", "0", now - 3_500_000), fill(4, "BUY", "100", "0", now - 3_700_000));
        scene.income(FEE_IN, FEE_OUT, PROFIT, paid(4, "COMMISSION", "-0.04", now - 3_700_000));

        scene.collected();
        assertThat(scene.asked()).isEmpty();

        scene.pass(Duration.ofHours(4));
        scene.fills();
        scene.income();
        scene.collected();
        assertThat(scene.asked())
                .as("by now it would be there")
                .extracting(FuturesRequest::symbols)
                .containsExactly(List.of("BNBUSDT"));
    }

    @Test
    void aRequestThatNobodyAnswersIsGivenUpAfterADay() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, FEE_OUT);
        scene.collected();
        scene.pass(Duration.ofHours(25));

        scene.collected();

        assertThat(scene.asked()).hasSize(1);
        assertThat(scene.open()).extracting(ReconciliationError::errorType).containsExactly(Doubts.TOTALS_DIFFER);
    }

    @Test
    void feesThatDifferAreForAPerson_andNothingIsReadAgain() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, paid(2, "COMMISSION", "-0.05", LEFT), PROFIT);

        scene.collected();

        assertThat(scene.asked()).isEmpty();
        assertThat(scene.open()).singleElement().satisfies(error -> {
            assertThat(error.errorType()).isEqualTo(Doubts.FEES_DIFFER);
            assertThat(error.symbol()).isEqualTo("BNBUSDT");
            assertThat(error.needsManualReview()).isTrue();
        });
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.91 false");
    }
}
