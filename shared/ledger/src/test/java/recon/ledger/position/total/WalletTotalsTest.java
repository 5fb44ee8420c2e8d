package recon.ledger.position.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedWallet;

class WalletTotalsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:02:00Z");
    private static final long DAY = 86_400_000;
    private static final long NOON = DAY / 2;

    private final List<CapturedWallet> captures = new ArrayList<>();
    private final List<FuturesIncome> income = new ArrayList<>();

    /** @param time milliseconds after the first capture */
    private void captured(long time, Map<String, String> balances) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        balances.forEach((asset, amount) -> amounts.put(asset, new BigDecimal(amount)));
        long sent = FIRST.toEpochMilli() + time;
        captures.add(new CapturedWallet(sent, sent + 50, amounts));
    }

    private void captured(long time, String dollars) {
        captured(time, Map.of("USDT", dollars));
    }

    private void paid(long time, String type, String asset, String amount) {
        income.add(
                new FuturesIncome("7", type, income.size(), "", asset, new BigDecimal(amount), FIRST.plusMillis(time)));
    }

    private WalletTotals totals() {
        income.sort(Comparator.comparing(FuturesIncome::time));
        return new WalletTotals(captures, income);
    }

    private static List<String> told(List<Disagreement> disagreements) {
        return disagreements.stream()
                .map(one -> one.check().verdict() + " " + one.check().asset() + " "
                        + one.check().fills().toPlainString() + " "
                        + one.check().income().toPlainString() + " " + one.from() + " " + one.to())
                .toList();
    }

    @Test
    void everyAssetAgrees_whenAllIncomeIsThere() {
        captured(0, Map.of("USDT", "1000", "BNB", "1"));
        paid(NOON, "TRANSFER", "USDT", "500");
        paid(NOON, "REALIZED_PNL", "USDT", "-10.5");
        paid(NOON, "COMMISSION", "BNB", "-0.001");
        // the last bit of BNB is gone: the answer does not name it any more
        paid(NOON, "TRANSFER", "BNB", "-0.999");
        captured(DAY, Map.of("USDT", "1489.5"));

        assertThat(told(totals().disagreements())).isEmpty();
        assertThat(totals().checks())
                .containsExactly(
                        new TotalCheck(TotalCheck.Metric.WALLET, "", "BNB", new BigDecimal("-1"), new BigDecimal("-1")),
                        new TotalCheck(
                                TotalCheck.Metric.WALLET,
                                "",
                                "USDT",
                                new BigDecimal("489.5"),
                                new BigDecimal("489.5")));
    }

    @Test
    void aRowThatIsMissing_isFoundInItsSpan_andOnlyThere() {
        captured(0, "1000");
        captured(DAY, "1000");
        captured(2 * DAY, "1090");
        captured(3 * DAY, "1100");
        // of 100 that came in on the second day 10 are not told
        paid(DAY + NOON, "TRANSFER", "USDT", "80");
        paid(2 * DAY + NOON, "TRANSFER", "USDT", "10");

        assertThat(told(totals().disagreements())).containsExactly("RE_SYNC USDT 90 80 2026-01-02 2026-01-03");
        assertThat(totals().checks())
                .singleElement()
                .satisfies(check -> assertThat(check.difference()).isEqualByComparingTo("10"));
        assertThat(totals().drift()).as("its days are known").isEmpty();
    }

    @Test
    void incomeThatDidNotMoveTheWallet_isFoundAsWell() {
        captured(0, "1000");
        captured(DAY, "1000");
        paid(NOON, "FUNDING_FEE", "USDT", "-3");
        paid(NOON, "COMMISSION", "BNB", "-0.01");

        assertThat(told(totals().disagreements()))
                .containsExactly(
                        "RE_SYNC BNB 0 -0.01 2026-01-01 2026-01-02", "RE_SYNC USDT 0 -3 2026-01-01 2026-01-02");
    }

    @Test
    void whatLiesOutsideTheCaptures_isNotLookedAt() {
        paid(-DAY, "TRANSFER", "USDT", "7");
        captured(0, "1000");
        captured(DAY, "1000");
        paid(DAY + NOON, "TRANSFER", "USDT", "7");

        assertThat(totals().checks()).isEmpty();
        assertThat(totals().disagreements()).isEmpty();
    }

    /** What comes so near to a capture may or may not be in it; funding shows up to a minute after its stamp. */
    @ParameterizedTest
    @CsvSource({
        "TRANSFER,    -9999,  1000, true",
        "TRANSFER,    -9999,  1005, true",
        "TRANSFER,    -10000, 1000, false",
        "TRANSFER,    -10000, 1005, true",
        "TRANSFER,    10050,  1005, true",
        "TRANSFER,    10050,  1000, true",
        "TRANSFER,    10051,  1005, false",
        "TRANSFER,    10051,  1000, true",
        "FUNDING_FEE, -69999, 1000, true",
        "FUNDING_FEE, -69999, 1005, true",
        "FUNDING_FEE, -70000, 1000, false",
        "FUNDING_FEE, -70000, 1005, true"
    })
    void aRowThatComesWithACapture_isBelievedEitherWay(String type, long time, String captured, boolean agrees) {
        captured(-DAY, "1000");
        captured(0, captured);
        captured(DAY, "1005");
        paid(time, type, "USDT", "5");

        assertThat(totals().disagreements().isEmpty()).isEqualTo(agrees);
    }

    @Test
    void moreThanWhatIsInDoubt_isMissing() {
        captured(0, "1000");
        captured(DAY, "1020");
        paid(DAY, "TRANSFER", "USDT", "5");
        paid(DAY, "FUNDING_FEE", "USDT", "-1");

        assertThat(told(totals().disagreements())).containsExactly("RE_SYNC USDT 20 5 2026-01-01 2026-01-02");
    }

    @Test
    void theLastQuietCaptureOfADayCounts() {
        captured(0, "1000");
        captured(DAY, "1000");
        captured(DAY + 60_000, "1000");
        captured(DAY + 120_000, "1005");
        paid(DAY + 120_000, "TRANSFER", "USDT", "5");
        captured(2 * DAY, "1009");

        // Beside the one in doubt 4 could be missing on either day.
        assertThat(told(totals().disagreements())).containsExactly("RE_SYNC USDT 9 5 2026-01-02 2026-01-03");
    }

    @Test
    void dustOfManyDaysAddsUp_andIsForAPerson() {
        for (int day = 0; day <= 30; day++) {
            captured(
                    day * DAY,
                    new BigDecimal("1000")
                            .add(new BigDecimal("0.00009").multiply(BigDecimal.valueOf(day)))
                            .toPlainString());
        }

        assertThat(totals().disagreements()).isEmpty();
        assertThat(told(totals().drift())).containsExactly("RE_SYNC USDT 0.00270 0 2026-01-01 2026-01-31");
    }

    @Test
    void oneCaptureSaysNothing() {
        captured(0, "1000");
        paid(NOON, "TRANSFER", "USDT", "5");

        assertThat(totals().checks()).isEmpty();
        assertThat(totals().disagreements()).isEmpty();
        assertThat(totals().drift()).isEmpty();
    }
}
