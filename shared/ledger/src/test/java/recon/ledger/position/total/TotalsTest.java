package recon.ledger.position.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.Journal;
import recon.ledger.position.total.TotalCheck.Metric;
import recon.ledger.position.total.TotalCheck.Verdict;

class TotalsTest {
    private static Journal journal() {
        return new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.05", 10)
                .fill(3, "BUY", "1", "100", "0", "0", 20)
                .income("FUNDING_FEE", "-0.25", 30);
    }

    private static Totals totals(Journal journal) {
        Totals totals = new Totals();
        journal.fills.forEach(totals::fill);
        journal.income.forEach(totals::income);
        return totals;
    }

    private static List<String> beyond(List<TotalCheck> checks) {
        return checks.stream()
                .filter(check -> check.verdict() != Verdict.AGREES)
                .map(check -> check.metric() + " " + (check.symbol().isEmpty() ? "all" : check.symbol()) + " "
                        + check.verdict())
                .toList();
    }

    @Test
    void witnessesAgree_whenNothingIsMissing() {
        List<TotalCheck> checks = totals(journal()).checks();

        assertThat(beyond(checks)).isEmpty();
        // A fill without a fee has no row and is not counted.
        assertThat(checks)
                .contains(new TotalCheck(Metric.COUNT, "BNBUSDT", "", BigDecimal.TWO, BigDecimal.TWO))
                .contains(new TotalCheck(Metric.FEES, "", "USDT", new BigDecimal("0.09"), new BigDecimal("0.09")));
    }

    @Test
    void eachTotalFires_whenOneFillIsWithheld() {
        Journal journal = journal();
        journal.fills.removeIf(fill -> fill.id() == 2);

        assertThat(beyond(totals(journal).checks()))
                .containsExactlyInAnyOrder(
                        "PNL BNBUSDT RE_SYNC",
                        "PNL all RE_SYNC",
                        "FEES BNBUSDT WARNING",
                        "FEES all WARNING",
                        "COUNT BNBUSDT RE_SYNC",
                        "COUNT all RE_SYNC");
    }

    @Test
    void theProfitFires_whenOneIncomeRowIsWithheld() {
        Journal journal = journal();
        journal.income.removeIf(row -> row.incomeType().equals("REALIZED_PNL"));

        assertThat(beyond(totals(journal).checks())).containsExactly("PNL BNBUSDT RE_SYNC", "PNL all RE_SYNC");
    }

    @Test
    void feesAndCountFire_whenOneFeeIsWithheld() {
        Journal journal = journal();
        journal.income.removeIf(
                row -> row.incomeType().equals("COMMISSION") && row.tradeId().equals("1"));

        assertThat(beyond(totals(journal).checks()))
                .containsExactlyInAnyOrder(
                        "FEES BNBUSDT WARNING", "FEES all WARNING", "COUNT BNBUSDT RE_SYNC", "COUNT all RE_SYNC");
    }

    @Test
    void aTradeOfTheAccountWithItselfIsOneTrade() {
        Totals totals = totals(new Journal()
                .fill("BNBUSDT", 5, 51, "SELL", "1", "110", "0", "0.04", "USDT", Journal.START)
                .fill("BNBUSDT", 5, 52, "BUY", "1", "110", "0", "0.02", "USDT", Journal.START));

        assertThat(totals.checks())
                .contains(new TotalCheck(Metric.COUNT, "BNBUSDT", "", BigDecimal.ONE, BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        // exactly the tolerance is allowed, on a loss as on a profit; below the floor nothing is looked at
        "PNL,   1001,    1000,    AGREES",
        "PNL,   1001.01, 1000,    RE_SYNC",
        "PNL,   -1001,   -1000,   AGREES",
        "PNL,   -1001.01,-1000,   RE_SYNC",
        "PNL,   0.01,    0,       AGREES",
        "PNL,   0.011,   0,       RE_SYNC",
        "FEES,  101,     100,     AGREES",
        "FEES,  101.1,   100,     WARNING",
        "FEES,  -98.9,   -100,    WARNING",
        "WALLET,100000.0001, 100000, AGREES",
        "WALLET,99999.999,   100000, RE_SYNC",
        "COUNT, 5,       5,       AGREES",
        "COUNT, 5,       4,       RE_SYNC"
    })
    void tolerancesAreThoseOfTheDesign(Metric metric, BigDecimal fills, BigDecimal income, Verdict verdict) {
        assertThat(new TotalCheck(metric, "", "", fills, income).verdict()).isEqualTo(verdict);
    }
}
