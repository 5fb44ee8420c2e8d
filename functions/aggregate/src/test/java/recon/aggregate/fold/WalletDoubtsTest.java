package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.aggregate.fold.RoundTrip.BUY;
import static recon.aggregate.fold.RoundTrip.FEE_IN;
import static recon.aggregate.fold.RoundTrip.FEE_OUT;
import static recon.aggregate.fold.RoundTrip.PROFIT;
import static recon.aggregate.fold.RoundTrip.SELL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.aggregate.doubt.Doubts;
import recon.storage.event.FuturesRequest;
import recon.storage.registry.ReconciliationError;

/**
 * The futures wallet against its income. On the first of January a round trip brings 9.92, at noon of the second 250 are put
 * in, and each day shortly after midnight the wallet is captured.
 */
class WalletDoubtsTest {
    private static final String PUT_IN = income("TRANSFER", "250", "2026-01-02T12:00:00Z", 77);
    private static final String WINDOW = "futures-resync-7-wallet-2026-01-02-2026-01-03-1";

    private final Scene scene = new Scene();

    private static String income(String type, String amount, String time, long id) {
        return """
                {"symbol":"","incomeType":"%s","income":"%s","asset":"USDT","time":%d,"tranId":%d,"tradeId":""}""".formatted(type, amount, Instant.parse(time).toEpochMilli(), id);
    }

    private void captured(String time, String dollars) {
        scene.at(time);
        scene.wallet(dollars);
    }

    /** All but the income. */
    private void fourDays(String thenAsked) {
        captured("2025-12-31T00:02:00Z", "1000");
        captured("2026-01-01T00:03:00Z", "1009.92");
        captured("2026-01-02T00:02:00Z", "1009.92");
        captured("2026-01-03T00:02:00Z", "1259.92");
        scene.at(thenAsked);
        scene.fills(BUY, SELL);
    }

    @Test
    void theWalletAgrees_whenAllIncomeIsThere() {
        fourDays("2026-01-03T02:00:00Z");
        scene.income(FEE_IN, FEE_OUT, PROFIT, PUT_IN);

        scene.collected();

        assertThat(scene.file("position-totals.csv").lines()).contains("7,wallet,,USDT,259.92,259.92,0,agrees,,");
        assertThat(scene.asked()).isEmpty();
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void aWithheldTransferIsAskedForOnce_givenUp_andForgottenWhenItComes() {
        fourDays("2026-01-03T02:00:00Z");
        scene.income(FEE_IN, FEE_OUT, PROFIT);

        scene.collected();

        assertThat(scene.asked())
                .containsExactly(new FuturesRequest(
                        WINDOW,
                        List.of("7"),
                        List.of(),
                        Optional.of(LocalDate.parse("2026-01-02")),
                        Optional.of(LocalDate.parse("2026-01-03"))));
        assertThat(scene.file("position-totals.csv").lines().filter(line -> line.contains("re_sync")))
                .containsExactly(
                        "7,wallet,,USDT,259.92,9.92,250,re_sync,,",
                        "7,wallet,,USDT,250,0,250,re_sync,2026-01-02,2026-01-03");
        assertThat(scene.open()).isEmpty();
        assertThat(scene.stored())
                .as("it was over before")
                .extracting(RoundTrip::trade)
                .containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false");

        scene.collected(WINDOW);
        assertThat(scene.asked()).as("it did not help").hasSize(1);
        assertThat(scene.open()).singleElement().satisfies(error -> {
            assertThat(error.errorType()).isEqualTo(Doubts.WALLET_DIFFERS);
            assertThat(error.symbol()).isEmpty();
            assertThat(error.needsManualReview()).isTrue();
        });

        scene.income(PUT_IN);
        scene.collected();
        assertThat(scene.open()).isEmpty();
        assertThat(scene.errors()).allMatch(error -> error.notes().equals(ReconciliationError.GONE));
        assertThat(scene.asked()).hasSize(1);
    }

    /** No fill tells that a funding is missing. */
    @Test
    void aWithheldFundingPutsTheTradesOfItsDaysInDoubt() {
        captured("2025-12-31T00:02:00Z", "1000");
        captured("2026-01-01T00:03:00Z", "1009.42");
        captured("2026-01-02T00:02:00Z", "1009.42");
        scene.at("2026-01-02T02:00:00Z");
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);

        scene.collected();

        assertThat(scene.told("resyncs")).isEqualTo(1);
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.92 true");

        scene.income("""
                {"symbol":"BNBUSDT","incomeType":"FUNDING_FEE","income":"-0.5","asset":"USDT","time":%d,"tranId":5,
                 "tradeId":""}""".formatted(RoundTrip.ENTERED + 1));
        scene.collected();
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.42 false");
    }

    @Test
    void incomeThatMayStillComeIsNotMissed() {
        fourDays("2026-01-03T01:00:00Z");
        scene.income(FEE_IN, FEE_OUT, PROFIT);

        scene.collected();
        assertThat(scene.asked()).as("58 minutes after the last capture").isEmpty();

        scene.pass(Duration.ofMinutes(10));
        scene.income();
        scene.collected();
        assertThat(scene.asked()).as("by now it would be there").hasSize(1);
    }

    @Test
    void captureThatIsNotWhole_isNone() {
        fourDays("2026-01-03T02:00:00Z");
        captured("2026-01-03T00:03:00Z", "nothing");
        scene.at("2026-01-03T02:00:00Z");
        scene.income(FEE_IN, FEE_OUT, PROFIT, PUT_IN);

        scene.collected();

        assertThat(scene.file("position-findings.csv"))
                .contains("unusable_capture")
                .contains("walletBalance");
        assertThat(scene.file("position-totals.csv").lines()).contains("7,wallet,,USDT,259.92,259.92,0,agrees,,");
        assertThat(scene.asked()).isEmpty();
    }
}
