package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.IncomeRemainder.Reason;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.PositionSide;

/** Whose an income row is, told by hand. */
class AttributionTest {
    private static void holds(Folded folded) {
        assertThat(folded.conservation().holds())
                .as("%s", folded.conservation())
                .isTrue();
    }

    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
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
}
