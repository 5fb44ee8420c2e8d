package recon.reconcile.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;

class VarianceFileTest {
    private static final Account MAIN = new Account("1", "main@example.com");
    private static final String HEADER = "date,email,wallet,asset,raw_balance,raw_balance_source,cal_balance,"
            + "variance_in_asset,usd_price,variance_in_usd,cause,carried,state,kind";

    /** A day that calculates to 10; the texts are empty for what nobody knows. */
    private static DailyBalance balance(String actual, String source, String snapshot, String price, String cause) {
        BigDecimal ten = BigDecimal.TEN;
        return new DailyBalance(
                LocalDate.parse("2026-01-02"),
                "1",
                Wallet.SPOT,
                "XYZ",
                ten,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ten,
                known(actual),
                source,
                known(snapshot),
                known(actual).map(amount -> amount.subtract(ten)),
                false,
                cause,
                known(price));
    }

    private static Optional<BigDecimal> known(String amount) {
        return amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount));
    }

    private static List<String> rows(DailyBalance... balances) {
        VarianceFile file = new VarianceFile("final");
        for (DailyBalance balance : balances) {
            file.add(MAIN, balance);
        }
        List<String> lines = Arrays.asList(new String(file.file().bytes(), UTF_8).split("\r\n", -1));
        assertThat(lines.getFirst()).isEqualTo(HEADER);
        return lines.subList(1, lines.size() - 1);
    }

    @Test
    void whatAgrees_isNotListed() {
        assertThat(rows(
                        balance("10", "spot-account", "10.0", "2", ""),
                        balance("10", "spot-account", "", "", ""),
                        balance("10", "spot-snapshot", "10", "2", "")))
                .isEmpty();
    }

    /** 10.75 - 10 = 0.75, and 0.75 x 2.15 = 1.6125. */
    @Test
    void varianceIsListed_withItsWorth() {
        assertThat(rows(balance("10.75", "spot-account", "10.75", "2.15", "why")))
                .containsExactly("2026-01-02,main@example.com,SPOT,XYZ,10.75,spot-account,10,0.75,2.15,1.6125,why,"
                        + "false,final,variance");
    }

    @Test
    void missingPrice_isAnEmptyCellAndIsSaid() {
        assertThat(rows(balance("9", "spot-snapshot", "9", "", "why")))
                .containsExactly("2026-01-02,main@example.com,SPOT,XYZ,9,spot-snapshot,10,-1,,,why; no price,"
                        + "false,final,variance");
    }

    /** The snapshot holds 12: 2 more than the books, 4 dollars at 2. */
    @Test
    void snapshotThatSaysOtherwise_isARowOfItsOwn() {
        assertThat(rows(balance("10", "spot-account", "12", "2", "")))
                .containsExactly("2026-01-02,main@example.com,SPOT,XYZ,12,spot-snapshot,10,2,2,4,"
                        + "the exchange's snapshot differs from spot-account,false,final,snapshot");
    }

    @Test
    void snapshotThatAgreesWithTheBooks_isListedBesideACaptureThatDoesNot() {
        assertThat(rows(balance("11", "spot-account", "10", "2", "why")))
                .containsExactly(
                        "2026-01-02,main@example.com,SPOT,XYZ,11,spot-account,10,1,2,2,why,false,final,variance",
                        "2026-01-02,main@example.com,SPOT,XYZ,10,spot-snapshot,10,0,2,0,"
                                + "the exchange's snapshot differs from spot-account,false,final,snapshot");
    }

    @Test
    void balanceThatNobodyTookDown_isUnknown() {
        assertThat(rows(balance("", "", "", "2", "no capture")))
                .containsExactly("2026-01-02,main@example.com,SPOT,XYZ,,,10,,2,,no capture,false,final,unknown");
    }

    /** The balance agrees; 3 more than the books know are owed, 6 dollars at 2. */
    @Test
    void debtThatVaries_isARowOfItsOwn() {
        DailyBalance sound = balance("10", "margin-account", "", "2", "");
        Debt loan = new Debt(BigDecimal.ZERO, new BigDecimal("4"), known("7"), "why");
        Debt interest = new Debt(BigDecimal.ZERO, new BigDecimal("0.5"), known("0.5"), "");
        DailyBalance owing = new DailyBalance(
                sound.date(),
                sound.accountId(),
                Wallet.MARGIN,
                sound.asset(),
                sound.start(),
                sound.transfersIn(),
                sound.transfersOut(),
                sound.tradesIn(),
                sound.tradesOut(),
                sound.fees(),
                sound.calculated(),
                sound.actual(),
                sound.source(),
                sound.snapshot(),
                sound.variance(),
                false,
                "",
                loan,
                interest,
                Optional.empty(),
                sound.usdPrice());
        assertThat(rows(owing))
                .containsExactly(
                        "2026-01-02,main@example.com,MARGIN,XYZ,7,margin-account,4,3,2,6,why,false,final,loan");
    }
}
