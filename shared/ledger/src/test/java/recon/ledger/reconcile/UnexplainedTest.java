package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;

class UnexplainedTest {
    private static final Instant FIRST = Instant.parse("2026-01-02T00:02:00Z");
    private static final Instant SECOND = Instant.parse("2026-01-03T00:02:00Z");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static BalanceCapture capture(Instant at, Map<String, String> free) {
        List<AssetBalance> balances = free.entrySet().stream()
                .map(each -> new AssetBalance(each.getKey(), new BigDecimal(each.getValue()), BigDecimal.ONE))
                .toList();
        return new BalanceCapture(
                "7", Wallet.SPOT, "any", at, at.plusSeconds(1), Optional.empty(), new RawRef("raw", 0), balances);
    }

    private static Booking booking(String id, Instant time, Leg... legs) {
        return new Booking("7", "any", id, "x", time, false, Optional.empty(), new RawRef("raw", 0), List.of(legs));
    }

    private static Leg leg(Wallet wallet, String asset, String amount) {
        return TransferLeg.moved("any", wallet, asset, new BigDecimal(amount), TransferDetails.NONE);
    }

    private static Unexplained oneBitcoinForThreeThousand() {
        return Unexplained.between(
                capture(FIRST, Map.of("USDT", "10000", "BNB", "5")),
                capture(SECOND, Map.of("USDT", "7000", "BTC", "0.00", "BNB", "5.0")));
    }

    @Test
    void isWhatWasGainedAndLost_untilItIsBooked() {
        // BTC: locked 1 and free 0 now, unnamed and so zero before.
        Unexplained left = oneBitcoinForThreeThousand();
        assertThat(left.assets()).containsExactlyInAnyOrder("USDT", "BTC");

        left.explain(List.of(booking("1", NOON, leg(Wallet.SPOT, "BTC", "1"))));
        assertThat(left.assets()).containsExactly("USDT");

        Booking twice = booking("2", NOON, leg(Wallet.SPOT, "USDT", "-1500"));
        left.explain(List.of(twice));
        left.explain(List.of(twice));
        assertThat(left.assets()).as("the same booking again").containsExactly("USDT");

        left.explain(List.of(booking("3", NOON, leg(Wallet.SPOT, "USDT", "-1500.000"))));
        assertThat(left.assets()).isEmpty();
    }

    @Test
    void isNotExplained_byAnotherTimeOrWallet() {
        Unexplained left = oneBitcoinForThreeThousand();

        left.explain(List.of(
                booking("1", FIRST, leg(Wallet.SPOT, "BTC", "1")),
                booking("2", SECOND.plusMillis(1), leg(Wallet.SPOT, "BTC", "1")),
                booking("3", NOON, leg(Wallet.FUTURES, "BTC", "1"))));
        assertThat(left.assets()).containsExactlyInAnyOrder("USDT", "BTC");

        left.explain(List.of(booking("4", SECOND, leg(Wallet.SPOT, "BTC", "1"))));
        assertThat(left.assets()).containsExactly("USDT");
    }

    @Test
    void isNotExplained_byWhatIsOwed() {
        Unexplained left = oneBitcoinForThreeThousand();

        left.explain(List.of(booking(
                "1",
                NOON,
                DebtLeg.loan("margin_borrow", Wallet.SPOT, "BTC", BigDecimal.ONE),
                DebtLeg.interest("margin_interest", Wallet.SPOT, "ETH", BigDecimal.ONE))));

        assertThat(left.assets()).containsExactlyInAnyOrder("USDT", "BTC");
        assertThat(left.wallet()).isEqualTo(Wallet.SPOT);
    }

    @Test
    void comesBack_whenSomethingIsBookedThatMovedNothing() {
        Unexplained left = Unexplained.between(capture(FIRST, Map.of()), capture(SECOND, Map.of()));
        assertThat(left.assets()).isEmpty();

        left.explain(List.of(booking("1", NOON, leg(Wallet.SPOT, "ETH", "1"))));

        assertThat(left.assets()).containsExactly("ETH");
    }

    @Test
    void capturesInTheWrongOrder_areRefused() {
        assertThatThrownBy(() -> Unexplained.between(capture(SECOND, Map.of()), capture(FIRST, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrong order");
    }
}
