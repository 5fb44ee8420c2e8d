package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.reconcile.Books.DAY;
import static recon.ledger.reconcile.Books.assetOf;
import static recon.ledger.reconcile.Books.capture;
import static recon.ledger.reconcile.Books.day;
import static recon.ledger.reconcile.Books.holds;
import static recon.ledger.reconcile.Books.moved;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.valuation.ClosePrice;
import recon.ledger.valuation.DayPrices;

class DayCloseTest {
    private static final Optional<String> UPDATED_BEFORE_MIDNIGHT = Optional.of("2026-01-02T20:00:00Z");

    /** 100 + 7 - 2.5 = 104.5, and the capture holds 104 free and 0.5 locked. */
    @Test
    void varianceIsZero_whenCapturedEqualsStartAndMovements() {
        ClosedDay closed = DayClose.close(day(
                Map.of("USDT", new BigDecimal("100")),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:01Z",
                        UPDATED_BEFORE_MIDNIGHT,
                        holds("USDT", "104", "0.5"))),
                Duration.ZERO,
                moved("a", "2026-01-02T00:00:00Z", "USDT", "7"),
                moved("b", "2026-01-02T20:00:00Z", "USDT", "-2.5")));

        DailyBalance usdt = assetOf(closed, "USDT");
        assertThat(usdt.transfersIn()).isEqualByComparingTo("7");
        assertThat(usdt.transfersOut()).isEqualByComparingTo("-2.5");
        assertThat(usdt.calculated()).isEqualByComparingTo("104.5");
        assertThat(usdt.actual().orElseThrow()).isEqualByComparingTo("104.5");
        assertThat(usdt.variance().orElseThrow()).isEqualByComparingTo("0");
        assertThat(usdt.cause()).isEmpty();
    }

    /** The capture of 00:02 holds 104.5 + 30 - 4: what came after midnight is taken out again. */
    @Test
    void captureIsCarriedBack_whenEntriesFollowMidnight() {
        ClosedDay closed = DayClose.close(day(
                Map.of("USDT", new BigDecimal("104.5")),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:01Z",
                        Optional.of("2026-01-03T00:01:00Z"),
                        holds("USDT", "130.5", "0"))),
                Duration.ZERO,
                moved("c", "2026-01-03T00:00:00Z", "USDT", "30"),
                moved("d", "2026-01-03T00:01:00Z", "USDT", "-4"),
                moved("e", "2026-01-03T00:02:00.500Z", "USDT", "1000")));

        assertThat(assetOf(closed, "USDT").actual().orElseThrow()).isEqualByComparingTo("104.5");
        assertThat(assetOf(closed, "USDT").varies()).isFalse();
        assertThat(closed.ambiguous()).isEmpty();
    }

    /** Known of old and zero ever since, in the books and in the capture; what came and went within the day is shown. */
    @Test
    void assetThatIsNeitherHeldNorMoved_hasNoRow() {
        ClosedDay closed = DayClose.close(day(
                Map.of("USDT", BigDecimal.TEN, "OLD", new BigDecimal("0.000")),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:01Z",
                        UPDATED_BEFORE_MIDNIGHT,
                        holds("USDT", "10", "0"),
                        holds("DUST", "0", "0.00"))),
                Duration.ZERO,
                moved("a", "2026-01-02T10:00:00Z", "BNB", "1"),
                moved("b", "2026-01-02T11:00:00Z", "BNB", "-1")));

        assertThat(closed.balances()).extracting(DailyBalance::asset).containsExactly("BNB", "USDT");
    }

    @Test
    void assetMissingInACompleteCapture_isZero() {
        ClosedDay closed = DayClose.close(day(
                Map.of("BNB", new BigDecimal("2")),
                Optional.of(capture("2026-01-03T00:02:00Z", "2026-01-03T00:02:01Z", UPDATED_BEFORE_MIDNIGHT)),
                Duration.ZERO));

        assertThat(assetOf(closed, "BNB").variance().orElseThrow()).isEqualByComparingTo("-2");
        assertThat(assetOf(closed, "BNB").cause()).isEqualTo("given through no collected source");
    }

    @Test
    void missingCapture_isAGapAndTheNextDayIsCarried() {
        ClosedDay closed = DayClose.close(day(
                Map.of("BNB", new BigDecimal("2")),
                Optional.empty(),
                Duration.ZERO,
                moved("a", "2026-01-02T10:00:00Z", "BNB", "1")));

        assertThat(assetOf(closed, "BNB").actual()).isEmpty();
        assertThat(assetOf(closed, "BNB").variance()).isEmpty();
        assertThat(DayClose.openingAfter(closed.balances()))
                .isEqualTo(new Opening.Known(Map.of("BNB", new BigDecimal("3")), true));
    }

    @Test
    void airdrop_isTheOnlyVariance() {
        ClosedDay closed = DayClose.close(day(
                Map.of("USDT", BigDecimal.TEN),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:01Z",
                        UPDATED_BEFORE_MIDNIGHT,
                        holds("USDT", "10", "0"),
                        holds("XYZ", "0.75", "0"))),
                Duration.ZERO));

        assertThat(closed.balances().stream().filter(DailyBalance::varies).map(DailyBalance::asset))
                .containsExactly("XYZ");
        assertThat(assetOf(closed, "XYZ").variance().orElseThrow()).isEqualByComparingTo("0.75");
        assertThat(assetOf(closed, "XYZ").cause()).isEqualTo("received through no collected source");
    }

    /** 0.75 at 2.15 dollars are 1.6125 dollars; what has no price has no variance in dollars. */
    @Test
    void varianceInDollars_isTheVarianceTimesThePrice() {
        ClosedDay closed = DayClose.close(day(
                        Map.of(),
                        Optional.of(capture(
                                "2026-01-03T00:02:00Z",
                                "2026-01-03T00:02:01Z",
                                UPDATED_BEFORE_MIDNIGHT,
                                holds("XYZ", "0.75", "0"),
                                holds("ABC", "3", "0"))),
                        Duration.ZERO))
                .valued(DayPrices.of(List.of(new ClosePrice(
                        DAY, "XYZUSDT", "XYZ", "USDT", Optional.of(new BigDecimal("2.15")), Books.RAW))));

        assertThat(assetOf(closed, "XYZ").usdPrice().orElseThrow()).isEqualByComparingTo("2.15");
        assertThat(assetOf(closed, "XYZ").varianceInUsd().orElseThrow()).isEqualByComparingTo("1.6125");
        assertThat(assetOf(closed, "ABC").usdPrice()).isEmpty();
        assertThat(assetOf(closed, "ABC").varianceInUsd()).isEmpty();
    }

    @Test
    void booksBegin_withTheFirstCapture() {
        BalanceCapture first = capture(
                "2026-01-03T00:02:00Z",
                "2026-01-03T00:02:01Z",
                Optional.of("2026-01-03T00:00:30Z"),
                holds("USDT", "12", "0"));
        Booking afterMidnight = moved("c", "2026-01-03T00:00:30Z", "USDT", "2");

        ClosedDay closed = DayClose.close(new DayToClose(
                DAY,
                "1",
                Wallet.SPOT,
                new Opening.BooksBegin(),
                List.of(afterMidnight),
                Optional.of(first),
                Optional.empty(),
                Duration.ZERO,
                List.of()));

        assertThat(assetOf(closed, "USDT").actual().orElseThrow()).isEqualByComparingTo("10");
        assertThat(DayClose.openingAfter(closed.balances()))
                .isEqualTo(new Opening.Known(Map.of("USDT", new BigDecimal("10")), false));
    }

    @Test
    void failedSource_isNamedAsTheCause() {
        ClosedDay closed = DayClose.close(new DayToClose(
                DAY,
                "1",
                Wallet.SPOT,
                new Opening.Known(Map.of(), false),
                List.of(),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:01Z",
                        UPDATED_BEFORE_MIDNIGHT,
                        holds("USDT", "5", "0"))),
                Optional.empty(),
                Duration.ZERO,
                List.of("deposits")));

        assertThat(assetOf(closed, "USDT").cause()).isEqualTo("not collected: deposits");
    }
}
