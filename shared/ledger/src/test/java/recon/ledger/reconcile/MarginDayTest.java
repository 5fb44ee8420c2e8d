package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.reconcile.Books.DAY;
import static recon.ledger.reconcile.Books.RAW;
import static recon.ledger.reconcile.Books.assetOf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;

/** What is owed is counted apart from what is there. */
class MarginDayTest {
    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static Booking booked(String id, String time, Leg... legs) {
        return new Booking(
                "1", "borrow-repay", id, "loan", Instant.parse(time), false, Optional.empty(), RAW, List.of(legs));
    }

    private static Leg balance(String amount) {
        return TransferLeg.moved("margin_borrow", Wallet.MARGIN, "USDT", d(amount), TransferDetails.NONE);
    }

    private static Leg loan(String amount) {
        return DebtLeg.loan("margin_borrow", Wallet.MARGIN, "USDT", d(amount));
    }

    private static Leg interest(String amount) {
        return DebtLeg.interest("margin_interest", Wallet.MARGIN, "USDT", d(amount));
    }

    private static DayToClose day(Optional<BalanceCapture> capture, Booking... bookings) {
        return new DayToClose(
                DAY,
                "1",
                Wallet.MARGIN,
                new Opening.Known(Map.of("USDT", d("10")), Map.of("USDT", d("4")), Map.of("USDT", d("0.5")), false),
                List.of(bookings),
                capture,
                Optional.empty(),
                Duration.ZERO,
                List.of());
    }

    private static Optional<BalanceCapture> captured(String free, String loan, String interest) {
        return Optional.of(new BalanceCapture(
                "1",
                Wallet.MARGIN,
                "margin-account",
                Instant.parse("2026-01-03T00:02:00Z"),
                Instant.parse("2026-01-03T00:02:01Z"),
                Optional.empty(),
                RAW,
                List.of(new AssetBalance("USDT", d(free), d("0"), d(loan), d(interest), d("0")))));
    }

    /** Borrowed 100, paid back 30 of it with 0.6 of interest, 0.2 accrued: 10 + 100 - 30.6; 4 + 100 - 30; 0.5 + 0.2 - 0.6. */
    @Test
    void loanAndInterestAreCalculated_besideTheBalance() {
        DailyBalance usdt = assetOf(
                DayClose.close(day(
                        captured("79.4", "74", "0.1"),
                        booked("a", "2026-01-02T01:00:00Z", balance("100"), loan("100")),
                        booked("b", "2026-01-02T02:00:00Z", interest("0.2")),
                        booked("c", "2026-01-02T03:00:00Z", balance("-30.6"), loan("-30"), interest("-0.6")))),
                "USDT");

        assertThat(usdt.calculated()).isEqualByComparingTo("79.4");
        assertThat(usdt.varies()).isFalse();
        assertThat(usdt.loan().calculated()).isEqualByComparingTo("74");
        assertThat(usdt.interest().calculated()).isEqualByComparingTo("0.1");
        assertThat(usdt.debtVaries()).isFalse();
    }

    /** Interest accrued at midnight belongs to the next day; the capture of 00:02 has it already. */
    @Test
    void debtOfTheCaptureIsCarriedBack_asItsBalanceIs() {
        DailyBalance usdt = assetOf(
                DayClose.close(day(
                        captured("12", "6", "0.75"),
                        booked("a", "2026-01-03T00:00:00Z", interest("0.25")),
                        booked("b", "2026-01-03T00:01:00Z", balance("2"), loan("2")))),
                "USDT");

        assertThat(usdt.loan().actual().orElseThrow()).isEqualByComparingTo("4");
        assertThat(usdt.interest().actual().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(usdt.varies() || usdt.debtVaries()).isFalse();
    }

    /** Interest alone is in doubt while the capture is taken: the balance that it does not touch must not decide. */
    @Test
    void interestInDoubtIsCut_byTheInterestAndNotByTheBalance() {
        ClosedDay closed = DayClose.close(
                day(captured("10", "4", "0.5"), booked("a", "2026-01-03T00:02:00.500Z", interest("0.25"))));

        assertThat(assetOf(closed, "USDT").interest().variance().orElseThrow()).isEqualByComparingTo("0");
        assertThat(closed.ambiguous()).isEmpty();
    }

    @Test
    void debtThatNobodyBooked_isAVarianceWithACause() {
        DailyBalance usdt = assetOf(DayClose.close(day(captured("10", "5", "0.25"))), "USDT");

        assertThat(usdt.varies()).isFalse();
        assertThat(usdt.loan().variance().orElseThrow()).isEqualByComparingTo("1");
        assertThat(usdt.loan().cause()).isEqualTo("owed through no collected source");
        assertThat(usdt.interest().cause()).isEqualTo("paid back through no collected source");
    }

    @Test
    void nextDayStartsFromTheActualDebt_elseFromTheCalculatedOne() {
        ClosedDay seen = DayClose.close(day(captured("10", "5", "0.25")));
        ClosedDay blind = DayClose.close(day(Optional.empty(), booked("a", "2026-01-02T01:00:00Z", interest("0.2"))));

        assertThat(DayClose.openingAfter(seen.balances()))
                .isEqualTo(new Opening.Known(
                        Map.of("USDT", d("10")), Map.of("USDT", d("5")), Map.of("USDT", d("0.25")), false));
        assertThat(DayClose.openingAfter(blind.balances()))
                .isEqualTo(new Opening.Known(
                        Map.of("USDT", d("10")), Map.of("USDT", d("4")), Map.of("USDT", d("0.7")), true));
    }

    @Test
    void walletClosedWithoutARow_isKnownToHoldNothing() {
        assertThat(DayClose.openingAfter(List.of())).isEqualTo(new Opening.Known(Map.of(), false));
    }

    /** Nothing is there, but something is owed: the row stays. */
    @Test
    void booksBegin_withWhatIsOwed() {
        DayToClose first = new DayToClose(
                DAY,
                "1",
                Wallet.MARGIN,
                new Opening.BooksBegin(),
                List.of(),
                captured("0", "5", "0"),
                Optional.empty(),
                Duration.ZERO,
                List.of());

        DailyBalance usdt = assetOf(DayClose.close(first), "USDT");
        assertThat(usdt.loan()).isEqualTo(new Debt(d("5"), d("5"), Optional.of(d("5")), "books begin here"));
        assertThat(usdt.interest()).isEqualTo(Debt.NONE);
    }
}
