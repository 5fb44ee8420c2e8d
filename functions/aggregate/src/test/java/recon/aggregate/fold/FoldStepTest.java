package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.aggregate.fold.Scene.ACCOUNT;
import static recon.aggregate.fold.Scene.fill;
import static recon.aggregate.fold.Scene.paid;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.aggregate.archive.ArchivedPositions.Most;
import recon.aggregate.doubt.Doubts;
import recon.storage.event.FuturesRequest;
import recon.storage.position.StoredEntry;
import recon.storage.registry.ReconciliationError;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

class FoldStepTest {
    /** 2026-01-01 00:00:00 and a minute later. */
    private static final long ENTERED = 1_767_225_600_000L;

    private static final long LEFT = ENTERED + 60_000;

    private static final String BUY = fill(1, "BUY", "100", "0", ENTERED);
    private static final String SELL = fill(2, "SELL", "110", "10", LEFT);
    private static final String FEE_IN = paid(1, "COMMISSION", "-0.04", ENTERED);
    private static final String FEE_OUT = paid(2, "COMMISSION", "-0.04", LEFT);
    private static final String PROFIT = paid(2, "REALIZED_PNL", "10", LEFT);

    private static String trade(StoredEntry entry) {
        return entry.entry().facts().binanceTradeId() + " "
                + entry.entry().facts().pnl().map(BigDecimal::toPlainString).orElse("?") + " "
                + entry.entry().system().needsResync();
    }

    @Test
    void archivedAnswersBecomeEntriesFilesAndAnEvent() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL);
        scene.answer("futures-orders", "/fapi/v1/allOrders?symbol=BNBUSDT", """
                {"symbol":"BNBUSDT","orderId":11,"side":"BUY","type":"LIMIT","origType":"LIMIT","status":"FILLED",
                 "positionSide":"BOTH","origQty":"1","executedQty":"1","stopPrice":"0","reduceOnly":false,
                 "closePosition":false,"clientOrderId":"x","time":1767225599000,"updateTime":1767225600000}""");
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.answer("futures-symbol-config", "/fapi/v1/symbolConfig", """
                {"symbol":"BNBUSDT","marginType":"CROSSED","isAutoAddMargin":false,"leverage":21,
                 "maxNotionalValue":"1000000"}""");

        scene.collected();

        assertThat(scene.stored()).singleElement().satisfies(entry -> {
            // 10 of profit less twice 0.04
            assertThat(trade(entry)).isEqualTo("7_BNBUSDT_BOTH_1_2 9.92 false");
            assertThat(entry.entry().facts().entryOrderType()).isEqualTo("LIMIT");
            assertThat(entry.entry().leverage().leverage()).contains(21);
            assertThat(entry.entry().leverage().source().text()).isEqualTo("symbol_config");
        });
        assertThat(scene.entries().pointer(ACCOUNT).completeSince()).contains(Instant.parse("2025-10-01T00:00:00Z"));
        assertThat(scene.file("positions.csv").lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("BNBUSDT,LONG,100,110,1,10,0.08,USDT,0,0.08,9.92,2026-01-01 00:00:00,2026-01-01 00:01:00")
                .contains(",21,CROSSED,");
        assertThat(scene.file("entry-changes.csv")).contains("7,7_BNBUSDT_BOTH_1_2,created");
        assertThat(scene.file("position-quality.csv")).contains("7,1,0,0,0,0,,");
        assertThat(scene.file("position-totals.csv")).contains("7,pnl,BNBUSDT,USDT,10,10,0,agrees");
        assertThat(scene.file("income-remainder.csv").lines()).hasSize(1);
        assertThat(scene.told()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("AggregationCompleted#aggregate-after-futures-1");
            assertThat(event.source()).isEqualTo("recon.aggregate");
        });
        assertThat(scene.told("created")).isEqualTo(1);
        assertThat(scene.told("objects")).isEqualTo(4);
        assertThat(scene.asked()).isEmpty();
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void theSameEventAgainChangesNothing_andOtherCollectionsSetOffNothing() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL, BUY);
        scene.fills(SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.income(PROFIT, FEE_OUT);
        String run = scene.collected();
        scene.collected(run);
        scene.collected("collect-2026-01-01");
        assertThat(scene.told()).hasSize(1);

        scene.collected();

        assertThat(scene.told()).hasSize(2);
        assertThat(scene.told("unchanged")).isEqualTo(1);
        assertThat(scene.told("created")).isZero();
        assertThat(scene.entries().pointer(ACCOUNT).generation()).isEqualTo(1);
        assertThat(scene.stored()).extracting(FoldStepTest::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false");
    }

    @Test
    void aFullCollectionBuildsAnew() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.collected();

        scene.collected(FuturesRequest.FULL + "1");

        assertThat(scene.entries().pointer(ACCOUNT).generation()).isEqualTo(2);
        assertThat(scene.told("unchanged")).isEqualTo(1);
        assertThat(scene.stored()).hasSize(1);
    }

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
        assertThat(scene.stored()).extracting(FoldStepTest::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false");
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
        assertThat(scene.stored()).extracting(FoldStepTest::trade).containsExactly("7_BNBUSDT_BOTH_3_4 0.92 true");
        assertThat(scene.file("positions-rejected.csv"))
                .contains("7_BNBUSDT_BOTH_1_2")
                .contains("missing income");
        assertThat(scene.told("rejected")).isEqualTo(1);
        assertThat(scene.told("findings")).isEqualTo(1);

        scene.income(PROFIT);
        scene.collected();
        assertThat(scene.stored())
                .extracting(FoldStepTest::trade)
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
        assertThat(scene.stored()).extracting(FoldStepTest::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.91 false");
    }

    @Test
    void anAccountThatIsTooLargeFailsByName_andItsEntriesStay() {
        Scene scene = new Scene(new Most(5, 100));
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.collected();
        assertThat(scene.stored()).hasSize(1);
        scene.income(paid(9, "REALIZED_PNL", "1", LEFT));

        scene.collected();

        assertThat(scene.runs().tasks("aggregate-after-futures-2"))
                .filteredOn(task -> task.name().equals("fold"))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.state()).isEqualTo(TaskState.FAILED);
                    assertThat(task.reason()).contains("account 7 is too large").contains("more than 5 rows");
                });
        assertThat(scene.told().getLast().detailJson()).contains("too large");
        assertThat(scene.stored()).hasSize(1);
        assertThat(scene.entries().take(ACCOUNT, "next", scene.now().plusSeconds(1)))
                .as("the fence was given back")
                .isPresent();
    }

    @Test
    void moreObjectsThanMayBeReadFailByName() {
        Scene scene = new Scene(new Most(100, 1));
        scene.fills(BUY);
        scene.fills(SELL);

        scene.collected();

        assertThat(scene.told().getLast().detailJson()).contains("more than 1 archived answers");
        assertThat(scene.stored()).isEmpty();
    }

    @Test
    void aSyncWaitsForTheOneBeforeIt() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.entries().take(ACCOUNT, "another", scene.now().plusSeconds(60));

        String run = scene.collected();
        assertThat(scene.stored()).isEmpty();
        assertThat(scene.runs().tasks("aggregate-after-" + run))
                .extracting(Task::reason)
                .contains("another sync of the account is at work");

        scene.pass(Duration.ofMinutes(6));
        scene.settle();
        assertThat(scene.stored()).hasSize(1);
    }

    @Test
    void answersThatCannotBeUsedAreFindings_andTheRestIsFolded() {
        Scene scene = new Scene();
        scene.fills(BUY, "{\"symbol\":\"BNBUSDT\"}", SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.answer("futures-income", "/fapi/v1/income?startTime=2", "{\"broken\":");

        scene.collected();

        assertThat(scene.file("position-findings.csv")).contains("unusable_row").contains("broken_answer");
        assertThat(scene.stored()).hasSize(1);
    }
}
