package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.IncomeRemainder.Reason;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrices;

/** Whose a funding row is. Longs hold the first size, shorts the second, from the start; funding falls at second 100. */
class FundingTest {
    private static final long FUNDING = 100;

    private static Known rate(String rate) {
        return new Known(
                ListedContracts.UNKNOWN,
                FundingRates.of(List.of(new FundingRate(
                        "BNBUSDT", Journal.START + 1000 * FUNDING + 3, new BigDecimal(rate), new BigDecimal("100")))),
                MinutePrices.NONE,
                List.of());
    }

    private static Journal hedge(String longs, String shorts) {
        return new Journal()
                .fill(1, "BUY LONG", longs, "100", "0", "0.04", 0)
                .fill(2, "SELL SHORT", shorts, "100", "0", "0.04", 1);
    }

    private static String paid(Folded folded, String side) {
        return folded.open().stream()
                .filter(held -> held.key().side().name().equals(side))
                .map(held -> held.income().fundingFees().orElseThrow().toPlainString())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // longs, shorts, rate, rows, of the long side, of the short side
        "2, 1, 0.001,  -0.2;0.1,  -0.2, 0.1",
        "2, 1, -0.001, 0.2;-0.1,  0.2, -0.1",
        "1, 1, 0.001,  0.1;-0.1,  -0.1, 0.1",
        // without a rate the larger row is the larger side's
        "2, 1, '',     0.1;-0.2,  -0.2, 0.1",
        "1, 3, '',     0.1;-0.3,  0.1, -0.3",
        // a net row: the smaller side has -rate x mark x size at the row's scale, the larger one the rest
        "2, 1, 0.001,  -0.1,      -0.2, 0.1",
        "1, 3, 0.001,  0.2,       -0.1, 0.3",
        "2, 1, 0.00033, -0.04,    -0.07, 0.03",
        "1, 1, 0.001,  -0.000001, -0.100001, 0.100000",
        // the row of one side alone, that of the other is missing
        "2, 1, 0.001,  -0.2,      -0.2, 0",
        "2, 1, 0.001,  0.1,       0, 0.1"
    })
    void rowsOfAHedgeGoToTheirSides_orAreShared(
            String longs, String shorts, String rate, String rows, String ofLong, String ofShort) {
        Journal journal = hedge(longs, shorts);
        for (String amount : rows.split(";", -1)) {
            journal.income("FUNDING_FEE", amount, FUNDING);
        }

        Folded folded = rate.isEmpty() ? journal.fold() : journal.fold(rate(rate));

        assertThat(paid(folded, "LONG")).isEqualTo(ofLong);
        assertThat(paid(folded, "SHORT")).isEqualTo(ofShort);
        assertThat(folded.remainder()).isEmpty();
        assertThat(folded.conservation().holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, -0.1,           RATE_UNKNOWN",
        "1, 1, 0.1;-0.1,       RATE_UNKNOWN",
        "2, 1, 0.1;0.2,        AMBIGUOUS",
        "2, 1, -0.1;-0.1;0.2,  AMBIGUOUS"
    })
    void rowsThatCannotBeSharedStandInTheRemainder(String longs, String shorts, String rows, Reason reason) {
        Journal journal = hedge(longs, shorts);
        for (String amount : rows.split(";", -1)) {
            journal.income("FUNDING_FEE", amount, FUNDING);
        }

        Folded folded = journal.fold();

        assertThat(folded.remainder()).extracting(IncomeRemainder::reason).containsOnly(reason);
        assertThat(folded.remainder()).hasSize(rows.split(";", -1).length);
        assertThat(folded.conservation().holds()).isTrue();
    }

    @Test
    void ofTwoSidesThatOpenAtOnceAfterwardsNeitherIsNearer() {
        Folded folded = new Journal()
                .income("FUNDING_FEE", "-0.2", FUNDING)
                .fill(1, "BUY LONG", "1", "100", "0", "0.04", FUNDING + 5)
                .fill(2, "SELL SHORT", "1", "100", "0", "0.04", FUNDING + 5)
                .fold();

        assertThat(folded.remainder()).extracting(IncomeRemainder::reason).containsExactly(Reason.AMBIGUOUS);
    }

    @Test
    void theRowOfASideThatWasClosedJustBeforeIsItsOwn() {
        Journal journal = hedge("2", "1")
                .fill(3, "BUY SHORT", "1", "100", "0", "0.04", FUNDING - 5)
                .income("FUNDING_FEE", "-0.2", FUNDING)
                .income("FUNDING_FEE", "0.1", FUNDING);

        Folded folded = journal.fold(rate("0.001"));
        Folded unknown = journal.fold();

        assertThat(paid(folded, "LONG")).isEqualTo("-0.2");
        assertThat(folded.closed().getFirst().income().fundingFees()).contains(new BigDecimal("0.1"));
        assertThat(folded.closed().getFirst().flags()).containsExactly(LifecycleFlag.FUNDING_NEARBY);
        assertThat(unknown.remainder())
                .extracting(IncomeRemainder::reason)
                .containsExactly(Reason.AMBIGUOUS, Reason.AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource({
        // opened, closed, funding: counted, flagged
        "0,   200, 100, true,  false",
        "0,   100, 100, true,  false",
        "100, 200, 100, true,  false",
        "160, 200, 100, true,  true",
        "161, 200, 100, false, false",
        "0,   40,  100, true,  true",
        "0,   39,  100, false, false"
    })
    void fundingBelongsToWhatIsOpenAtItsTime_elseToWhatIsWithinAMinute(
            long opened, long closed, long at, boolean counted, boolean flagged) {
        Journal journal = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", opened)
                .fill(2, "SELL", "1", "101", "1", "0.04", closed)
                .income("FUNDING_FEE", "-0.5", at);
        // Time passes between them: what decides too early, or lets go too early, is seen.
        for (int second = 1; second < 300; second += 7) {
            journal.fill("ETHUSDT", second, 1, "BUY", "1", "9", "0", "0", "USDT", Journal.START + 1000L * second + 500);
        }
        Folded folded = journal.fold();

        Lifecycle trade = folded.closed().getFirst();
        assertThat(trade.income().fundings()).isEqualTo(counted ? 1 : 0);
        assertThat(trade.flags().contains(LifecycleFlag.FUNDING_NEARBY)).isEqualTo(flagged);
        assertThat(folded.remainder()).hasSize(counted ? 0 : 1);
        // 1 - 0.08 - 0.5: funding that was paid is a cost
        assertThat(trade.income().pnl().orElseThrow()).isEqualByComparingTo(counted ? "0.42" : "0.92");
        assertThat(folded.conservation().holds()).isTrue();
    }

    @Test
    void fundingThatIsReceivedIsNoCost() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "100", "0", "0.04", 0)
                .income("FUNDING_FEE", "0.5", 10)
                .fill(2, "BUY", "1", "100", "0", "0.04", 20)
                .fold();

        LifecycleIncome income = folded.closed().getFirst().income();
        assertThat(income.fees()).contains(new BigDecimal("-0.42"));
        assertThat(income.pnl()).contains(new BigDecimal("0.42"));
    }
}
