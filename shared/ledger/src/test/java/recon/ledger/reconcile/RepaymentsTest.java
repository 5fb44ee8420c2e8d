package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Column;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.Leg;
import recon.ledger.row.Final;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.LiquidationRepayment;

class RepaymentsTest {
    private static final RawRef RAW = new RawRef("raw/x", 0);
    private static final Opening OPENING =
            new Opening.Known(Map.of("USDT", d("10")), Map.of("USDT", d("100")), Map.of("USDT", d("3")), false);

    private static BigDecimal d(String amount) {
        return new BigDecimal(amount);
    }

    /** As the exchange's row is booked: the sum, and all of it loan. */
    private static Booking liquidation(int minute, String asset, String paid) {
        CapitalFlow row = new CapitalFlow(
                "1",
                minute,
                Wallet.MARGIN,
                "REPAY_LIQUIDATION",
                asset,
                d(paid).negate(),
                at(minute),
                Optional.of(asset));
        return ((Final) row.observe(RAW, LedgerSettings.ASSUMED).orElseThrow()).booking();
    }

    private static Booking debt(String source, int minute, Leg... legs) {
        return new Booking("1", source, "x" + minute, "", at(minute), false, Optional.empty(), RAW, List.of(legs));
    }

    private static Booking accrued(int minute, String interest) {
        return debt("margin-interest", minute, DebtLeg.interest("margin_interest", Wallet.MARGIN, "USDT", d(interest)));
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-01-02T00:00:00Z").plusSeconds(60L * minute);
    }

    private static BigDecimal sum(List<Booking> bookings, Column column) {
        return bookings.stream()
                .flatMap(booking -> booking.legs().stream())
                .filter(leg -> leg.column() == column && leg.asset().equals("USDT"))
                .map(Leg::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Booking> told(LiquidationRepayment first, List<Booking> bookings) {
        return Repayments.toldApart(Wallet.MARGIN, OPENING, first, bookings);
    }

    /** 100 of loan and 3 of interest are owed. */
    @ParameterizedTest
    @CsvSource({
        "INTEREST_FIRST, 2, 0, -2",
        "INTEREST_FIRST, 3, 0, -3",
        "INTEREST_FIRST, 40, -37, -3",
        "INTEREST_FIRST, 103, -100, -3",
        "LOAN_FIRST, 2, -2, 0",
        "LOAN_FIRST, 100, -100, 0",
        "LOAN_FIRST, 101.5, -100, -1.5",
        "LOAN_FIRST, 103, -100, -3",
    })
    void sumIsToldApart_byWhatIsOwed(LiquidationRepayment first, String paid, String loan, String interest) {
        List<Booking> told = told(first, List.of(liquidation(5, "USDT", paid)));

        assertThat(sum(told, Column.LOAN)).isEqualByComparingTo(loan);
        assertThat(sum(told, Column.INTEREST)).isEqualByComparingTo(interest);
        assertThat(sum(told, Column.TRADES_OUT))
                .as("the balance moves as it did")
                .isEqualByComparingTo("-" + paid);
    }

    /** 3 + 0.5 accrued - 1 paid back = 2.5 before the first; 0.2 accrued in its very minute: 2.7; then 0.4 before the second. */
    @Test
    void whatAccruedAndWasPaidBackBefore_counts_andWhatCameAfterDoesNot() {
        List<Booking> bookings = new ArrayList<>(List.of(
                accrued(1, "0.5"),
                debt("borrow-repay", 2, DebtLeg.interest("margin_repay", Wallet.MARGIN, "USDT", d("-1"))),
                liquidation(5, "USDT", "10"),
                accrued(5, "0.2"),
                accrued(6, "0.4"),
                liquidation(7, "USDT", "10"),
                accrued(8, "0.1")));

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(bookings, new Random(i));
            List<Booking> told = told(LiquidationRepayment.INTEREST_FIRST, bookings);
            assertThat(sum(told, Column.INTEREST))
                    .as("0.5 - 1 + 0.2 + 0.4 + 0.1 - 2.7 - 0.4")
                    .isEqualByComparingTo("-2.9");
            assertThat(sum(told, Column.LOAN)).as("-(10 - 2.7) - (10 - 0.4)").isEqualByComparingTo("-16.9");
        }
    }

    /** Of an asset of which no interest is known nothing can have been interest; a loan that is not known is not invented. */
    @Test
    void whatTheBooksDoNotKnow_staysLoan() {
        List<Booking> told = told(LiquidationRepayment.INTEREST_FIRST, List.of(liquidation(5, "USDT", "500")));
        assertThat(sum(told, Column.LOAN)).isEqualByComparingTo("-497");

        List<Booking> other = told(LiquidationRepayment.LOAN_FIRST, List.of(liquidation(5, "BTC", "1")));
        assertThat(other)
                .singleElement()
                .satisfies(booking -> assertThat(booking.legs())
                        .filteredOn(DebtLeg.class::isInstance)
                        .singleElement()
                        .satisfies(leg -> {
                            assertThat(leg.column()).isEqualTo(Column.LOAN);
                            assertThat(leg.amount()).isEqualByComparingTo("-1");
                        }));
    }

    @Test
    void booksThatBegin_andOtherWallets_stayAsTheyAre() {
        List<Booking> bookings = List.of(liquidation(5, "USDT", "10"));

        assertThat(Repayments.toldApart(
                        Wallet.MARGIN, new Opening.BooksBegin(), LiquidationRepayment.INTEREST_FIRST, bookings))
                .isEqualTo(bookings);
        assertThat(Repayments.toldApart(
                        Wallet.isolated("BTCUSDT"), OPENING, LiquidationRepayment.INTEREST_FIRST, bookings))
                .isEqualTo(bookings);
    }
}
