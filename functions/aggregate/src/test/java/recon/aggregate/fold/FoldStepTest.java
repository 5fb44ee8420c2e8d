package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.aggregate.fold.RoundTrip.BUY;
import static recon.aggregate.fold.RoundTrip.FEE_IN;
import static recon.aggregate.fold.RoundTrip.FEE_OUT;
import static recon.aggregate.fold.RoundTrip.LEFT;
import static recon.aggregate.fold.RoundTrip.PROFIT;
import static recon.aggregate.fold.RoundTrip.SELL;
import static recon.aggregate.fold.Scene.ACCOUNT;
import static recon.aggregate.fold.Scene.fill;
import static recon.aggregate.fold.Scene.paid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.aggregate.archive.ArchivedPositions.Most;
import recon.intake.position.PositionList;
import recon.storage.event.FuturesRequest;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

class FoldStepTest {
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
            assertThat(RoundTrip.trade(entry)).isEqualTo("7_BNBUSDT_BOTH_1_2 9.92 false");
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
        assertThat(scene.file("position-quality.csv"))
                .startsWith("trading_account_id,closed,incomplete,suspicious,fundings_expected,fundings_found,"
                        + "suspicious_ids,uncovered_ids,synced_at,complete_since\r\n")
                .contains("7,1,0,0,0,0,,,2026-01-02 00:00:00,2025-10-01 00:00:00\r\n");
        assertThat(scene.file("position-totals.csv")).contains("7,pnl,BNBUSDT,USDT,10,10,0,agrees");
        assertThat(scene.file("income-remainder.csv").lines()).hasSize(1);
        assertThat(scene.told()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("AggregationCompleted#aggregate-after-collect-futures-1");
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
        assertThat(scene.archived("futures-collected")).as("for a replay").hasSize(1);

        scene.collected();

        assertThat(scene.told()).hasSize(2);
        assertThat(scene.told("unchanged")).isEqualTo(1);
        assertThat(scene.told("created")).isZero();
        assertThat(scene.entries().pointer(ACCOUNT).generation()).isEqualTo(1);
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false");
    }

    /** The exchange's clock may be a minute ahead of ours, and not more. */
    @Test
    void whatCameLaterIsNotLookedAt_andTheMomentStampsTheEntries() {
        Scene scene = new Scene();
        scene.at("2026-01-02T00:00:00Z");
        scene.fills(BUY, SELL);
        scene.at("2026-01-02T00:01:00Z");
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.at("2026-01-01T23:59:59.999Z");

        scene.collected();
        assertThat(scene.stored()).isEmpty();

        scene.at("2026-01-02T00:00:00Z");
        scene.collected();
        assertThat(scene.stored())
                .singleElement()
                .satisfies(entry -> assertThat(entry.entry().system().createdAt())
                        .isEqualTo(Instant.parse("2026-01-02T00:00:00Z")));
    }

    /** The exchange reports 5 where the prices say 10, and nothing was paid for a funding in between. */
    @Test
    void theQualityOfTheDataIsTold() {
        Scene scene = new Scene();
        scene.fills(BUY, fill(2, "SELL", "110", "5", LEFT));
        scene.income(FEE_IN, FEE_OUT, paid(2, "REALIZED_PNL", "5", LEFT));
        scene.answer(new Answers.Answer(
                PositionList.FUNDING_RATES,
                List.of("{\"symbol\":\"BNBUSDT\",\"fundingTime\":%d,\"fundingRate\":\"0.0001\",\"markPrice\":\"105\"}"
                        .formatted(LEFT - 1))));

        scene.collected();

        assertThat(scene.told("suspiciousProfits")).isEqualTo(1);
        assertThat(scene.told("fundingsExpected")).isEqualTo(1);
        assertThat(scene.told("fundingsFound")).isZero();
        assertThat(scene.file("position-quality.csv")).contains("7,1,0,1,1,0,7_BNBUSDT_BOTH_1_2,7_BNBUSDT_BOTH_1_2,");
    }

    @Test
    void whereNoIncomeWasAskedFor_nobodyKnowsFromWhenOnTheHistoryIsComplete() {
        Scene scene = new Scene();
        scene.at("2026-01-02T06:30:15Z");
        scene.fills(BUY, SELL);

        scene.collected();

        assertThat(scene.file("position-quality.csv").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("7,")
                .endsWith(",2026-01-02 06:30:15,");
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

    /** A window's income says nothing of the time after it: fills of then are not missing, nobody has asked for them yet. */
    @Test
    void positionsShownAfterAWindowThatIsReadAgain_breakNothing_untilTheirFillsAreAskedFor() {
        Scene scene = new Scene();
        scene.held("1");
        scene.fills(BUY);
        scene.income(FEE_IN);
        scene.collected();
        scene.at("2026-01-02T03:00:00Z");
        scene.held("3");
        scene.pass(Duration.ofMinutes(1));
        scene.incomeUntil("2026-01-01T23:59:59.999Z", FEE_IN);

        scene.collected(FuturesRequest.WINDOW + "1");
        assertThat(scene.file("position-findings.csv").lines()).hasSize(1);

        scene.income();
        scene.collected();
        assertThat(scene.file("position-findings.csv"))
                .as("nothing was paid since")
                .contains("position_break");
    }

    /** A collection that is cut between two pages leaves fills that nobody has asked for yet. */
    @Test
    void aFullPageOfFills_saysNothingOfWhatIsHeldAfterIt() {
        Scene scene = new Scene();
        scene.held("1");
        scene.pass(Duration.ofMinutes(1));
        scene.held("3");
        scene.pass(Duration.ofMinutes(1));
        scene.answer("futures-trades", "/fapi/v1/userTrades?symbol=BNBUSDT&fromId=1&limit=1", BUY);
        scene.answer(
                "futures-trades",
                "/fapi/v1/userTrades?symbol=BNBUSDT&startTime=1766620800000&endTime=1767225600000&limit=1000",
                BUY);
        scene.income(FEE_IN);
        scene.collected();
        assertThat(scene.file("position-findings.csv").lines()).hasSize(1);

        scene.answer("futures-trades", "/fapi/v1/userTrades?symbol=BNBUSDT&fromId=1&limit=1000", BUY);
        scene.collected();
        assertThat(scene.file("position-findings.csv")).contains("position_break");
    }

    @Test
    void aFullPageOfIncome_isCompleteUpToItsBeginningAlone() {
        Scene scene = new Scene();
        scene.fills(BUY, SELL);
        scene.answer("futures-income", "/fapi/v1/income?startTime=1759276800000&limit=1", FEE_IN);
        scene.collected();
        assertThat(scene.file("position-quality.csv").lines().skip(1))
                .singleElement()
                .asString()
                .endsWith(",2026-01-02 00:00:00,");
        assertThat(scene.asked()).as("what was not asked for is not missing").isEmpty();

        scene.answer("futures-income", "/fapi/v1/income?startTime=1767225600000&limit=2", FEE_IN, FEE_OUT);
        scene.collected();
        assertThat(scene.file("position-quality.csv")).contains(",2025-10-01 00:00:00\r\n");
        assertThat(scene.asked()).as("nor is what follows it").isEmpty();

        scene.answer("futures-income", "/fapi/v1/income?startTime=1767225660000&limit=2", FEE_OUT);
        scene.collected();
        assertThat(scene.asked()).as("the profit is").hasSize(1);
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

        assertThat(scene.runs().tasks("aggregate-after-collect-futures-2"))
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

    /** What an answer leaves out was zero only if all of it can be read: else a position would seem to have gone without a fill. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"symbol\":\"BNBUSDT\",\"positionSide\":\"SIDEWAYS\",\"positionAmt\":\"1\",\"updateTime\":1767225600000}",
                "{\"symbol\":\"BNBUSDT\",\"positionSide\":\"BOTH\",\"positionAmt\":\"1\"}",
                "{\"symbol\":\"BNBUS"
            })
    void aPositionThatCannotBeReadIsAFinding_andNotZero(String row) {
        Scene scene = new Scene();
        scene.fills(BUY);
        scene.income(FEE_IN);
        scene.pass(Duration.ofMinutes(1));
        scene.answer("futures-positions", "/fapi/v3/positionRisk", row);
        scene.pass(Duration.ofMinutes(1));
        scene.fills(BUY);

        scene.collected();

        assertThat(scene.file("position-findings.csv").lines().skip(1))
                .singleElement()
                .asString()
                .containsAnyOf("unusable_row", "broken_answer");
        assertThat(scene.file("open-positions.csv").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("7,BNBUSDT,BOTH,LONG,OPEN,1,100,")
                .endsWith(",true,");
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
