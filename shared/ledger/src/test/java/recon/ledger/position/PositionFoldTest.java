package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.IncomeRemainder.Reason;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrice;
import recon.ledger.position.row.MinutePrices;
import recon.ledger.position.row.PositionMode;
import recon.ledger.position.row.PositionSide;

/** Lifecycles told by hand. Income that has no place must show, so that each of them looks at the proof as well. */
class PositionFoldTest {
    private static void holds(Folded folded) {
        assertThat(folded.conservation().holds())
                .as("%s", folded.conservation())
                .isTrue();
    }

    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void partialClosesAndAddsAreOneLifecycle_untilNothingIsHeld() {
        Folded folded = new Journal()
                .fill(1, "BUY", "2", "100", "0", "0.08", 0)
                .fill(2, "SELL", "1", "110", "10", "0.044", 10)
                .fill(3, "BUY", "1", "120", "0", "0.048", 20)
                .fill(4, "SELL", "2", "115", "10", "0.092", 30)
                .fold();

        assertThat(folded.closed()).singleElement().satisfies(trade -> {
            assertThat(trade.id()).isEqualTo("7_BNBUSDT_BOTH_1_4");
            assertThat(trade.direction()).isEqualTo(Direction.LONG);
            assertThat(trade.entry().quantity()).isEqualByComparingTo("3");
            assertThat(trade.exit().quantity()).isEqualByComparingTo("3");
            // (2 x 100 + 1 x 120) / 3 and (110 + 2 x 115) / 3
            assertThat(trade.entry().average()).contains(of("106.666666666666666667"));
            assertThat(trade.exit().average()).contains(of("113.333333333333333333"));
            assertThat(trade.income().realizedPnl()).contains(of("20"));
            assertThat(trade.income().commission()).contains(of("0.264"));
            assertThat(trade.income().pnl().orElseThrow()).isEqualByComparingTo("19.736");
        });
        assertThat(folded.open()).isEmpty();
        holds(folded);
    }

    @ParameterizedTest
    @CsvSource({
        // first, flip, fee of the flip, closing part, opening part: both add up, rounded half to even at the fee's
        // scale
        "BUY,  1, SELL, 3, 0.10, 0.03, 0.07",
        "BUY,  1, SELL, 2, 0.05, 0.02, 0.03",
        "BUY,  1, SELL, 2, 0.03, 0.02, 0.01",
        "SELL, 1, BUY,  4, 0.06, 0.02, 0.04",
        "SELL, 3, BUY,  4, 1,    1,    0"
    })
    void aFlipIsSplitWithoutLosingADigit(
            String open, String held, String flip, String quantity, String fee, String closing, String opening) {
        Folded folded = new Journal()
                .fill(1, open, held, "100", "0", "0", 0)
                .fill(2, flip, quantity, "90", "5", fee, 1)
                .fold();

        Lifecycle closed = folded.closed().getFirst();
        Lifecycle begun = folded.open().getFirst();
        assertThat(closed.id()).isEqualTo("7_BNBUSDT_BOTH_1_2");
        assertThat(closed.exit().quantity()).isEqualByComparingTo(held);
        assertThat(closed.income().commission()).contains(of(closing));
        assertThat(closed.income().realizedPnl()).contains(of("5"));
        assertThat(begun.firstFillId()).isEqualTo(2);
        assertThat(begun.size().abs()).isEqualByComparingTo(of(quantity).subtract(of(held)));
        assertThat(begun.direction()).isEqualTo(flip.equals("BUY") ? Direction.LONG : Direction.SHORT);
        assertThat(begun.income().commission().orElseThrow()).isEqualByComparingTo(opening);
        assertThat(begun.income().realizedPnl().orElseThrow()).isZero();
        holds(folded);
    }

    @Test
    void bothSidesOfAHedgeAreNeverMixed() {
        Folded folded = new Journal()
                .fill(1, "BUY LONG", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL SHORT", "1", "101", "0", "0.04", 1)
                .fill(3, "BUY SHORT", "1", "99", "2", "0.04", 2)
                .fill(4, "SELL LONG", "0.4", "102", "0.8", "0.02", 3)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::id).containsExactly("7_BNBUSDT_SHORT_2_3");
        assertThat(folded.closed().getFirst().pnlByPrice(BigDecimal.ZERO)).isEqualByComparingTo("2");
        assertThat(folded.open()).singleElement().satisfies(held -> {
            assertThat(held.state()).isEqualTo(LifecycleState.PARTIALLY_CLOSED);
            assertThat(held.size()).isEqualByComparingTo("0.6");
        });
        assertThat(folded.findings()).isEmpty();
        holds(folded);
    }

    @Test
    void twoLifecyclesMayShareAMillisecond_byTheOrderOfIds() {
        Journal journal = new Journal();
        for (int id = 1; id <= 4; id++) {
            boolean buys = id % 2 == 1;
            journal.fill(
                    "BNBUSDT",
                    id,
                    id,
                    buys ? "BUY" : "SELL",
                    "1",
                    "100",
                    buys ? "0" : "1",
                    "0.1",
                    "USDT",
                    Journal.START);
        }

        Folded folded = journal.fold();

        assertThat(folded.closed())
                .extracting(Lifecycle::id)
                .containsExactly("7_BNBUSDT_BOTH_1_2", "7_BNBUSDT_BOTH_3_4");
        holds(folded);
    }

    @Test
    void aTradeWithItselfHasTwoFillsWithOneId_andEachItsOwnFee() {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0", 0)
                .fill("BNBUSDT", 5, 51, "SELL", "1", "110", "10", "0.04", "USDT", Journal.START + 5000)
                .fill("BNBUSDT", 5, 52, "BUY", "1", "110", "0", "0.02", "USDT", Journal.START + 5000)
                .fold();

        assertThat(folded.closed().getFirst().income().commission()).contains(of("0.04"));
        assertThat(folded.open().getFirst().income().commission()).contains(of("0.02"));
        assertThat(folded.findings()).isEmpty();
        holds(folded);
    }

    @Test
    void ofTwoFeesOfATradeWithItselfEachGoesToTheFillThatNamesItsAsset() {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0", 0)
                // its income rows come in another order than the fills
                .fill("BNBUSDT", 5, 52, "BUY", "1", "110", "0", "0.04", "BNB", Journal.START + 5000)
                .fill("BNBUSDT", 5, 51, "SELL", "1", "110", "10", "0.04", "USDT", Journal.START + 5000)
                .fold();

        assertThat(folded.closed().getFirst().income().commissions().byAsset()).containsOnlyKeys("USDT");
        assertThat(folded.open().getFirst().income().commissions().byAsset()).containsOnlyKeys("BNB");
    }

    @ParameterizedTest
    @CsvSource({
        // seconds after the close of the first, before the opening of the second: a minute around each counts
        "30,  60,  ''",
        "30,  200, INCOME_BY_TIME",
        "61,  200, NO_OPEN_POSITION"
    })
    void incomeWithoutATradeIdBelongsToTheOnlyPositionAround(long after, long opened, String expected) {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 10)
                .income("COMMISSION", "-0.01", 10 + after)
                .fill(3, "BUY", "1", "100", "0", "0.04", 10 + opened)
                .fold();

        assertThat(folded.closed().getFirst().flags())
                .extracting(LifecycleFlag::name)
                .isEqualTo(expected.equals("INCOME_BY_TIME") ? List.of(expected) : List.of());
        assertThat(folded.remainder())
                .extracting(row -> row.reason().name())
                .isEqualTo(
                        switch (expected) {
                            case "" -> List.of("AMBIGUOUS");
                            case "INCOME_BY_TIME" -> List.of();
                            default -> List.of(expected);
                        });
        holds(folded);
    }

    @Test
    void theClearingOfALiquidationBelongsToIt_andCountsAsAFee() {
        Folded folded = new Journal()
                .order(101, "BUY", "LIMIT", "FILLED", "0", "web_1", -5, 0)
                .order(102, "SELL", "LIMIT", "FILLED", "0", "autoclose-1646", 60, 60)
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "60", "-40", "0.03", 60)
                .income("INSURANCE_CLEAR", "-0.75", 61)
                .fill(3, "BUY", "1", "61", "0", "0.03", 62)
                .fold();

        assertThat(folded.closed()).singleElement().satisfies(trade -> {
            assertThat(trade.flags()).containsExactly(LifecycleFlag.LIQUIDATION);
            assertThat(trade.income().insuranceClear()).contains(of("-0.75"));
            // 0.04 + 0.03 + 0.75
            assertThat(trade.income().fees()).contains(of("0.82"));
            assertThat(trade.income().pnl()).contains(of("-40.82"));
        });
        assertThat(folded.remainder()).isEmpty();
        holds(folded);
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
    void clearingWithoutALiquidation_staysInTheRemainder() {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .income("INSURANCE_CLEAR", "-0.75", 600)
                .fold();

        assertThat(folded.remainder()).extracting(IncomeRemainder::reason).containsExactly(Reason.NO_OPEN_POSITION);
        holds(folded);
    }

    @Test
    void aPositionFromBeforeTheHistoryIsIncomplete_andNothingIsMadeUp() {
        Journal journal = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 10)
                .fill(2, "SELL", "2", "120", "40", "0.08", 20)
                .fill(3, "BUY", "1", "100", "0", "0.04", 30)
                .capture(PositionSide.BOTH, "1", "105", 40);

        Known known = journal.withOpenings();
        Folded folded = journal.fold(known);

        assertThat(known.openings()).extracting(Opening::size).containsExactly(of("3"));
        assertThat(folded.closed()).singleElement().satisfies(trade -> {
            assertThat(trade.incomplete()).isTrue();
            assertThat(trade.outside()).isEqualByComparingTo("3");
            assertThat(trade.entry().average()).isEmpty();
            assertThat(trade.exit().quantity()).isEqualByComparingTo("3");
        });
        assertThat(folded.open()).singleElement().satisfies(held -> {
            assertThat(held.incomplete()).isFalse();
            assertThat(held.unrealizedPnl().orElseThrow()).isEqualByComparingTo("5");
        });
        assertThat(folded.findings()).isEmpty();
        holds(folded);
    }

    @Test
    void closesOfSomethingUnknownAreOneIncompleteLifecycle_andTheNextIsWhole() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 10)
                .fill(2, "SELL", "2", "120", "40", "0.08", 20)
                .fill(3, "SELL", "1", "100", "0", "0.04", 30)
                .fill(4, "BUY", "1", "90", "10", "0.04", 40)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::incomplete).containsExactly(true, false);
        assertThat(folded.closed()).extracting(Lifecycle::fills).containsExactly(2, 2);
        assertThat(folded.findings()).extracting(PositionFinding::kind).containsOnly(Kind.CLOSES_UNKNOWN);
        holds(folded);
    }

    @Test
    void aFillThatAddsAndHasAProfitSpeaksOfSomethingUnknown() {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "BUY", "1", "90", "5", "0.04", 10)
                .fold();

        assertThat(folded.open()).extracting(Lifecycle::incomplete).containsExactly(true);
        assertThat(folded.findings()).extracting(PositionFinding::kind).containsExactly(Kind.CLOSES_UNKNOWN);
    }

    @Test
    void unknownPositionsOfBothDirectionsAreTwo() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 0)
                .fill(2, "BUY", "1", "90", "5", "0.04", 10)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::direction).containsExactly(Direction.LONG, Direction.SHORT);
        assertThat(folded.closed()).allMatch(Lifecycle::incomplete);
        holds(folded);
    }

    @Test
    void aCaptureEndsWhatIsUnknown_andWhatItShowsIsAnotherLifecycle() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 0)
                .capture(PositionSide.BOTH, "2", "", 10)
                .fill(2, "SELL", "2", "110", "10", "0.04", 20)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::outside).containsExactly(of("1"), of("2"));
        assertThat(folded.findings())
                .extracting(PositionFinding::kind)
                .containsExactly(Kind.CLOSES_UNKNOWN, Kind.POSITION_BREAK);
        holds(folded);
    }

    @Test
    void aPartThatWasClosedIsNoPartOfWhatIsUnrealised() {
        Folded folded = new Journal()
                .fill(1, "BUY", "2", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 10)
                .capture(PositionSide.BOTH, "1", "120", 20)
                .fold();

        assertThat(folded.open().getFirst().unrealizedPnl()).contains(of("20"));
    }

    @Test
    void theMarginAssetIsLearntFromTheProfit_andFeesBeforeItCount() {
        Journal journal = new Journal()
                .fill("BTCUSDT_260327", 1, 1, "BUY", "1", "100", "0", "0.04", "USDT", Journal.START)
                .fill("BTCUSDT_260327", 2, 2, "SELL", "1", "110", "10", "0.04", "USDT", Journal.START + 1000);

        assertThat(journal.fold().closed().getFirst().income().pnl()).contains(of("9.92"));
    }

    @Test
    void aChangeWithoutAFillIsNamed_andWhatFollowsIsRight() {
        Folded folded = new Journal()
                .fill(1, "BUY", "2", "100", "0", "0.04", 0)
                .capture(PositionSide.BOTH, "0", "", 10)
                .fill(2, "SELL", "1", "100", "0", "0.04", 20)
                .fill(3, "BUY", "1", "90", "10", "0.04", 30)
                .fold();

        assertThat(folded.findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.POSITION_BREAK);
            assertThat(found.evidence()).contains("2").contains("0");
        });
        assertThat(folded.closed()).extracting(Lifecycle::incomplete).containsExactly(true, false);
        assertThat(folded.closed().getLast().direction()).isEqualTo(Direction.SHORT);
        holds(folded);
    }

    @Test
    void aBreakIsNoOpening_whereTheFillsSpeakAgainstIt() {
        Journal journal =
                new Journal().fill(1, "BUY", "2", "100", "0", "0.04", 0).capture(PositionSide.BOTH, "0", "", 10);

        assertThat(journal.withOpenings().openings()).isEmpty();
    }

    @Test
    void aMissingFillIsNoOpening_whereTheFillsBeforeItBeganWithNothing() {
        Journal journal = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 10)
                // a fill that bought one more is missing here
                .fill(4, "BUY", "1", "120", "0", "0.04", 30)
                .capture(PositionSide.BOTH, "2", "", 40);

        Known known = journal.withOpenings();
        Folded folded = journal.fold(known);

        assertThat(known.openings()).isEmpty();
        assertThat(folded.closed()).extracting(Lifecycle::incomplete).containsExactly(false);
        assertThat(folded.open()).extracting(Lifecycle::incomplete).containsExactly(true);
        assertThat(folded.findings()).extracting(PositionFinding::kind).containsExactly(Kind.POSITION_BREAK);
    }

    @Test
    void aProfitThatThePricesDoNotExplainSpeaksForSomethingHeldBefore() {
        // One was held at 50: the average after buying one more at 100 is 75.
        Journal journal = new Journal()
                .fill(1, "BUY LONG", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL LONG", "1", "110", "35", "0.04", 10)
                .capture(PositionSide.LONG, "1", "", 40);

        assertThat(journal.withOpenings().openings()).extracting(Opening::size).containsExactly(of("1"));
    }

    @Test
    void aFirstFillWithAProfitSpeaksForSomethingHeldBefore_whateverFollows() {
        // Three were held at 100; one is sold, and one bought again at the old price.
        Journal journal = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 0)
                .fill(2, "BUY", "1", "100", "0", "0.04", 10)
                .capture(PositionSide.BOTH, "3", "", 40);

        assertThat(journal.withOpenings().openings()).extracting(Opening::size).containsExactly(of("3"));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 2", "SELL, -2"})
    void aPositionThatNeverMovedIsOpenAndIncomplete(String side, String size) {
        Journal journal = new Journal().capture(PositionSide.BOTH, size, "10", 40);

        Folded folded = journal.fold(journal.withOpenings());

        assertThat(folded.open()).singleElement().satisfies(held -> {
            assertThat(held.direction()).isEqualTo(Direction.opened(side.equals("BUY")));
            assertThat(held.size()).isEqualByComparingTo(size);
            assertThat(held.incomplete()).isTrue();
            assertThat(held.unrealizedPnl()).isEmpty();
        });
        assertThat(folded.findings()).isEmpty();
    }

    @Test
    void everyRowWithoutAPlaceStandsInTheRemainder_withItsReason() {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .income("", "TRANSFER", "500", "USDT", "", Journal.START)
                .income("BNBUSDT", "COMMISSION", "-0.01", "USDT", "999", Journal.START)
                .income("BNBUSDT", "REALIZED_PNL", "1", "USDT", "not-a-number", Journal.START)
                .income("ETHUSDT", "FUNDING_FEE", "-0.3", "USDT", "", Journal.START)
                .income("BNBUSDT", "MOON_BONUS", "3", "BNB", "", Journal.START)
                .fold();

        assertThat(folded.remainder())
                .extracting(row -> row.row().incomeType() + " " + row.reason())
                .containsExactlyInAnyOrder(
                        "TRANSFER NOT_OF_A_POSITION",
                        "COMMISSION NO_SUCH_FILL",
                        "REALIZED_PNL NO_SUCH_FILL",
                        "FUNDING_FEE NO_OPEN_POSITION",
                        "MOON_BONUS UNKNOWN_TYPE");
        holds(folded);
        assertThat(folded.conservation().assets())
                .extracting(Conservation.Asset::asset)
                .containsExactly("BNB", "USDT");
    }

    @Test
    void aFillWithoutItsIncomeIsNamed_andTheLifecycleSaysSo() {
        Journal journal =
                new Journal().fill(1, "BUY", "1", "100", "0", "0.04", 0).fill(2, "SELL", "1", "110", "10", "0.04", 10);
        journal.income.removeIf(row -> row.incomeType().equals("REALIZED_PNL"));

        Folded folded = journal.fold();

        assertThat(folded.findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.FILL_WITHOUT_INCOME);
            assertThat(found.reference()).isEqualTo("fill 2");
            assertThat(found.evidence()).isEqualTo("no REALIZED_PNL of 10 was found");
        });
        assertThat(folded.closed().getFirst().missing()).isEqualTo(new MissingIncome(1, List.of(2L)));
        holds(folded);
    }

    @Test
    void incomeAndFillFindEachOther_whereTheirStampsDifferByMinutes() {
        Journal journal = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 3600);
        journal.income.clear();
        journal.income("BNBUSDT", "COMMISSION", "-0.04", "USDT", "1", Journal.START - 600_000)
                .income("BNBUSDT", "REALIZED_PNL", "10", "USDT", "2", Journal.START + 3_900_000)
                .income("BNBUSDT", "COMMISSION", "-0.04", "USDT", "2", Journal.START + 3_900_000);

        Folded folded = journal.fold();

        assertThat(folded.remainder()).isEmpty();
        assertThat(folded.findings()).isEmpty();
        assertThat(folded.closed().getFirst().income().pnl()).contains(of("9.92"));
    }

    @ParameterizedTest
    @CsvSource({"3600, true", "3601, false", "-3600, true", "-3601, false"})
    void theyWaitAnHourForEachOther(long second, boolean found) {
        Journal journal = new Journal().fill(1, "BUY", "1", "100", "0", "0.04", 0);
        journal.income.clear();
        journal.income("BNBUSDT", "COMMISSION", "-0.04", "USDT", "1", Journal.START + 1000 * second);
        for (int minute = -70; minute <= 130; minute += 3) {
            journal.fill(
                    "ETHUSDT",
                    100 + minute,
                    1,
                    "BUY",
                    "1",
                    "9",
                    "0",
                    "0",
                    "USDT",
                    Journal.START + 60_000L * minute + 500);
        }

        Folded folded = journal.fold();

        assertThat(folded.remainder()).hasSize(found ? 0 : 1);
        assertThat(folded.findings()).hasSize(found ? 0 : 1);
        holds(folded);
    }

    @Test
    void feesInAnotherAssetAreValuedAtTheirMinute_andKeptAsTheyWere() {
        Journal journal = new Journal()
                .fill("BNBUSDT", 1, 1, "BUY", "1", "100", "0", "0.001", "BNB", Journal.START)
                .fill("BNBUSDT", 2, 2, "SELL", "1", "110", "10", "0.002", "BNB", Journal.START + 60_000);
        MinutePrices prices = MinutePrices.of(List.of(
                new MinutePrice("BNB", "USDT", Journal.START, of("100")),
                new MinutePrice("BNB", "USDT", Journal.START + 60_000, of("110"))));
        Known known =
                new Known(new ListedContracts(Map.of("BNBUSDT", "USDT"), true), FundingRates.NONE, prices, List.of());

        Folded folded = journal.fold(known);
        LifecycleIncome income = folded.closed().getFirst().income();
        LifecycleIncome unpriced = journal.fold().closed().getFirst().income();

        // 0.001 x 100 + 0.002 x 110
        assertThat(income.commission()).contains(of("0.320"));
        assertThat(income.pnl().orElseThrow()).isEqualByComparingTo("9.68");
        assertThat(income.commissions().byAsset()).containsExactly(Map.entry("BNB", of("-0.003")));
        assertThat(unpriced.commission()).isEmpty();
        assertThat(unpriced.pnl()).isEmpty();
        assertThat(unpriced.realizedPnl()).contains(of("10"));
        holds(folded);
    }

    @Test
    void impossibleFillsAreNamedAndLeftOut() {
        Journal journal = new Journal()
                .fill(1, "BUY", "-1", "100", "0", "0", 0)
                .fill(2, "BUY", "1", "0", "0", "0", 1)
                .fill("XYZUSDT", 3, 3, "BUY", "1", "1", "0", "0", "USDT", Journal.START)
                .fill(4, "BUY", "1", "100", "0", "0", 2);
        Known known = new Known(
                new ListedContracts(Map.of("BNBUSDT", "USDT"), true), FundingRates.NONE, MinutePrices.NONE, List.of());

        Folded folded = journal.fold(known);

        assertThat(folded.findings())
                .extracting(found -> found.kind() + " " + found.reference())
                .containsExactlyInAnyOrder("IMPOSSIBLE_FILL fill 1", "UNKNOWN_SYMBOL fill 3", "IMPOSSIBLE_FILL fill 2");
        assertThat(folded.open())
                .singleElement()
                .satisfies(held -> assertThat(held.firstFillId()).isEqualTo(4));
        holds(folded);
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

    @Test
    void theModeOfTheFillsIsHeldAgainstTheAccounts() {
        Journal journal = new Journal().fill(1, "BUY LONG", "1", "100", "0", "0", 0);
        List<PositionFinding> found = new ArrayList<>();
        PositionFold fold = new PositionFold(Journal.ACCOUNT, Known.NOTHING, new Ignoring(found));
        fold.fill(journal.fills.getFirst());

        fold.mode(PositionMode.HEDGE);
        assertThat(found).isEmpty();
        fold.mode(PositionMode.ONE_WAY);
        assertThat(found).extracting(PositionFinding::kind).containsExactly(Kind.POSITION_MODE);
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        Journal journal = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0", 0)
                .fill("BNBUSDT", 3, 3, "BUY", "1", "100", "0", "0", "USDT", Journal.START)
                .fill("BNBUSDT", 2, 2, "BUY", "1", "100", "0", "0", "USDT", Journal.START)
                .income("FUNDING_FEE", "1", 0);
        PositionFold fold = new PositionFold(Journal.ACCOUNT, Known.NOTHING, new Ignoring(new ArrayList<>()));
        fold.fill(journal.fills.get(0));
        fold.fill(journal.fills.get(1));

        assertThatThrownBy(() -> fold.fill(journal.fills.get(2))).hasMessageContaining("fill 2 of BNBUSDT comes after");
        assertThatThrownBy(() -> fold.fill(journal.fills.get(1))).hasMessageContaining("fill 3 of BNBUSDT comes after");
        assertThatThrownBy(() -> fold.income(journal.income.getFirst())).hasMessageContaining("sort the rows");
        PositionFold other = new PositionFold("8", Known.NOTHING, new Ignoring(new ArrayList<>()));
        assertThatThrownBy(() -> other.fill(journal.fills.getFirst()))
                .hasMessageContaining("account 7 among those of 8");
        fold.finish();
        assertThatThrownBy(() -> fold.fill(journal.fills.getFirst())).hasMessageContaining("the fold is finished");
    }

    /** Keeps findings alone. */
    private record Ignoring(List<PositionFinding> found) implements PositionSink {
        @Override
        public void closed(Lifecycle lifecycle) {}

        @Override
        public void open(Lifecycle lifecycle) {}

        @Override
        public void pending(PendingPosition position) {}

        @Override
        public void remainder(IncomeRemainder remainder) {}

        @Override
        public void finding(PositionFinding finding) {
            found.add(finding);
        }
    }
}
