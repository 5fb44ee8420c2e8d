package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.reconcile.Books.DAY;
import static recon.ledger.reconcile.Books.assetOf;
import static recon.ledger.reconcile.Books.assets;
import static recon.ledger.reconcile.Books.capture;
import static recon.ledger.reconcile.Books.day;
import static recon.ledger.reconcile.Books.holds;
import static recon.ledger.reconcile.Books.moved;
import static recon.ledger.reconcile.Books.witnessed;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;

/** The exchange's own snapshot of 23:59:59 as second witness. */
class SnapshotTest {
    private static final Map<String, BigDecimal> TEN = Map.of("USDT", BigDecimal.TEN);

    private static Optional<BalanceCapture> captured(AssetBalance... balances) {
        return Optional.of(
                capture("2026-01-03T00:02:00Z", "2026-01-03T00:02:01Z", Optional.of("2026-01-02T12:00:00Z"), balances));
    }

    /** 10 + 3 before the snapshot and 2 in the last second: the capture holds 15, the snapshot 13 and is carried to 15. */
    @Test
    void snapshotIsCarriedForwardByItsLastSecond_andAgrees() {
        DailyBalance usdt = assetOf(
                DayClose.close(witnessed(
                        day(
                                TEN,
                                captured(holds("USDT", "14", "1")),
                                Duration.ZERO,
                                moved("a", "2026-01-02T12:00:00Z", "USDT", "3"),
                                moved("b", "2026-01-02T23:59:59Z", "USDT", "2")),
                        holds("USDT", "12.5", "0.5"))),
                "USDT");

        assertThat(usdt.snapshot().orElseThrow()).isEqualByComparingTo("15");
        assertThat(usdt.actual().orElseThrow()).isEqualByComparingTo("15");
        assertThat(usdt.source()).isEqualTo("spot-account");
        assertThat(usdt.disputed()).isFalse();
    }

    /** Which of these stamps are added to a snapshot of 10: from its very millisecond up to, but not at, midnight. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-02T23:59:58.999Z, 10",
        "2026-01-02T23:59:59.000Z, 17",
        "2026-01-02T23:59:59.999Z, 17",
        "2026-01-03T00:00:00.000Z, 10"
    })
    void onlyTheLastSecondIsAdded(String time, String expected) {
        ClosedDay closed = DayClose.close(witnessed(
                day(Map.of(), Optional.empty(), Duration.ZERO, moved("a", time, "USDT", "7")),
                holds("USDT", "10", "0")));

        assertThat(assetOf(closed, "USDT").actual().orElseThrow()).isEqualByComparingTo(expected);
    }

    @Test
    void snapshotGivesTheActualBalance_whereOurCaptureIsAbsentAndSaysSo() {
        ClosedDay closed = DayClose.close(witnessed(
                day(
                        Map.of("USDT", BigDecimal.TEN, "BNB", BigDecimal.ONE),
                        Optional.empty(),
                        Duration.ZERO,
                        moved("a", "2026-01-02T12:00:00Z", "USDT", "-4")),
                holds("USDT", "5", "1"),
                holds("XYZ", "0.25", "0")));

        assertThat(closed.balances()).extracting(DailyBalance::source).containsOnly("spot-snapshot");
        assertThat(assetOf(closed, "USDT").variance().orElseThrow()).isEqualByComparingTo("0");
        assertThat(assetOf(closed, "BNB").variance().orElseThrow()).isEqualByComparingTo("-1");
        assertThat(assetOf(closed, "XYZ").cause()).isEqualTo("received through no collected source");
        assertThat(closed.balances()).noneMatch(DailyBalance::disputed);
        assertThat(DayClose.openingAfter(closed.balances())).isInstanceOfSatisfying(Opening.Known.class, opening -> {
            assertThat(opening.carried()).isFalse();
            assertThat(opening.balances().get("USDT")).isEqualByComparingTo("6");
        });
    }

    @Test
    void differenceIsADispute_andIsNeverBooked() {
        ClosedDay closed = DayClose.close(witnessed(
                day(TEN, captured(holds("USDT", "10", "0")), Duration.ZERO),
                holds("USDT", "9.5", "0"),
                holds("ABC", "3", "0")));

        DailyBalance usdt = assetOf(closed, "USDT");
        assertThat(usdt.disputed()).isTrue();
        assertThat(usdt.snapshot().orElseThrow()).isEqualByComparingTo("9.5");
        assertThat(usdt.actual().orElseThrow()).isEqualByComparingTo("10");
        assertThat(usdt.varies()).isFalse();
        assertThat(assetOf(closed, "ABC").disputed()).isTrue();
        assertThat(assetOf(closed, "ABC").actual().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void assetThatTheSnapshotDoesNotName_isZeroInIt() {
        ClosedDay closed = DayClose.close(witnessed(day(TEN, captured(holds("USDT", "10", "0")), Duration.ZERO)));

        assertThat(assetOf(closed, "USDT").snapshot().orElseThrow()).isZero();
        assertThat(assetOf(closed, "USDT").disputed()).isTrue();
    }

    @Test
    void withoutEither_theBalanceHasNoSource() {
        DailyBalance usdt = assetOf(DayClose.close(day(TEN, Optional.empty(), Duration.ZERO)), "USDT");

        assertThat(usdt.source()).isEmpty();
        assertThat(usdt.snapshot()).isEmpty();
        assertThat(usdt.disputed()).isFalse();
    }

    /** Stamped 200 ms before the snapshot, shown up to 900 ms after its stamp: the snapshot of 10 may lack it. */
    @ParameterizedTest
    @CsvSource({"10, 7, false", "17, 7, false", "12, 7, true"})
    void movementThatShowsLate_isAddedWhereTheCaptureSpeaksForIt(String snapshot, String amount, boolean disputed) {
        DailyBalance usdt = assetOf(
                DayClose.close(witnessed(
                        day(
                                TEN,
                                captured(holds("USDT", "17", "0")),
                                Duration.ofMillis(900),
                                moved("a", "2026-01-02T23:59:58.800Z", "USDT", amount)),
                        holds("USDT", snapshot, "0"))),
                "USDT");

        assertThat(usdt.disputed()).isEqualTo(disputed);
    }

    @Test
    void booksDoNotBegin_withTheSnapshotAlone() {
        DayToClose first = new DayToClose(
                DAY,
                "1",
                Wallet.SPOT,
                new Opening.BooksBegin(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                List.of());

        assertThat(DayClose.close(witnessed(first, holds("USDT", "5", "0"))).balances())
                .isEmpty();
    }

    @Test
    void firstDayIsWitnessedToo_whenOurCaptureBeginsTheBooks() {
        DayToClose first = new DayToClose(
                DAY,
                "1",
                Wallet.SPOT,
                new Opening.BooksBegin(),
                List.of(),
                captured(holds("USDT", "5", "0")),
                Optional.empty(),
                Duration.ZERO,
                List.of());

        ClosedDay closed = DayClose.close(witnessed(first, holds("USDT", "5", "0"), holds("BNB", "1", "0")));

        assertThat(assetOf(closed, "USDT").disputed()).isFalse();
        assertThat(assetOf(closed, "BNB").disputed()).isTrue();
        assertThat(assets(closed)).containsExactly("BNB", "USDT");
    }

    /** Whatever moves on the day, a snapshot of the truth at 23:59:59 is carried to the truth at midnight. */
    @Property
    void carriedSnapshotIsTheTruth(
            @ForAll @Size(max = 12) List<@IntRange(min = -50, max = 50) Integer> amounts,
            @ForAll @IntRange(min = 0, max = 12) int inTheLastSecond) {
        int late = Math.min(inTheLastSecond, amounts.size());
        BigDecimal truth = BigDecimal.TEN;
        BigDecimal atSnapshot = BigDecimal.TEN;
        Booking[] bookings = new Booking[amounts.size()];
        for (int i = 0; i < amounts.size(); i++) {
            boolean before = i < amounts.size() - late;
            BigDecimal amount = BigDecimal.valueOf(amounts.get(i), 1);
            String time = before ? "2026-01-02T11:00:00.%03dZ" : "2026-01-02T23:59:59.%03dZ";
            bookings[i] = moved("m" + i, time.formatted(i), "USDT", amount.toPlainString());
            truth = truth.add(amount);
            atSnapshot = before ? atSnapshot.add(amount) : atSnapshot;
        }

        ClosedDay closed = DayClose.close(witnessed(
                day(TEN, Optional.empty(), Duration.ZERO, bookings),
                new AssetBalance("USDT", atSnapshot, BigDecimal.ZERO)));

        assertThat(assetOf(closed, "USDT").actual().orElseThrow()).isEqualByComparingTo(truth);
        assertThat(assetOf(closed, "USDT").varies()).isFalse();
    }
}
