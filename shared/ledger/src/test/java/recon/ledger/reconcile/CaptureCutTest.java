package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.reconcile.Books.assetOf;
import static recon.ledger.reconcile.Books.capture;
import static recon.ledger.reconcile.Books.day;
import static recon.ledger.reconcile.Books.holds;
import static recon.ledger.reconcile.Books.moved;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.balance.AssetBalance;
import recon.ledger.entry.Booking;

/** Three movements between the sending and the answer of a capture that says nothing of its own time. */
class CaptureCutTest {
    private static final Booking FIRST = moved("1", "2026-01-03T00:02:00.100Z", "USDT", "5");
    private static final Booking SECOND = moved("2", "2026-01-03T00:02:00.200Z", "BNB", "3");
    private static final Booking THIRD = moved("3", "2026-01-03T00:02:00.300Z", "USDT", "7");

    private static ClosedDay close(AssetBalance... captured) {
        return DayClose.close(day(
                Map.of("USDT", new BigDecimal("100"), "BNB", new BigDecimal("10")),
                Optional.of(capture("2026-01-03T00:02:00Z", "2026-01-03T00:02:00.400Z", Optional.empty(), captured)),
                Duration.ZERO,
                THIRD,
                FIRST,
                SECOND));
    }

    /** 105 and 13: the capture holds the first two, so the third came after it. */
    @Test
    void oneCutForAllAssets_whereMostAgree() {
        ClosedDay closed = close(holds("USDT", "105", "0"), holds("BNB", "13", "0"));

        assertThat(assetOf(closed, "USDT").varies()).isFalse();
        assertThat(assetOf(closed, "BNB").varies()).isFalse();
        assertThat(closed.ambiguous()).isEmpty();
    }

    @Test
    void nothingTaken_whenTheCaptureWasFirst() {
        ClosedDay closed = close(holds("USDT", "100", "0"), holds("BNB", "10", "0"));

        assertThat(closed.balances()).noneMatch(balance -> balance.varies());
    }

    /** 107 would be the third without the first: no cut in their order gives it, nor 12 BNB. */
    @Test
    void ambiguous_whenNoCutAgrees() {
        ClosedDay closed = close(holds("USDT", "107", "0"), holds("BNB", "12", "0"));

        assertThat(closed.ambiguous()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(assetOf(closed, "USDT").cause()).startsWith("boundary_ambiguous");
    }

    /** Stamped 00:01:59.900 but shown only after the capture: within the delay, so the balance decides. */
    @Test
    void stampBeforeTheCapture_isInDoubtWithinTheEffectDelay() {
        Booking late = moved("late", "2026-01-03T00:01:59.900Z", "USDT", "5");
        ClosedDay closed = DayClose.close(day(
                Map.of("USDT", new BigDecimal("100")),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:00.100Z",
                        Optional.empty(),
                        holds("USDT", "100", "0"))),
                Duration.ofSeconds(1),
                late));

        assertThat(assetOf(closed, "USDT").varies()).isFalse();
    }

    /** The account had been still for a second when it was captured: the stamp is certain, and the five are missing. */
    @Test
    void quietCapture_leavesNothingInDoubt() {
        Booking shown = moved("shown", "2026-01-03T00:01:00Z", "USDT", "5");
        ClosedDay closed = DayClose.close(day(
                Map.of("USDT", new BigDecimal("100")),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:00.100Z",
                        Optional.of("2026-01-03T00:01:00.500Z"),
                        holds("USDT", "100", "0"))),
                Duration.ofSeconds(1),
                shown));

        assertThat(assetOf(closed, "USDT").variance().orElseThrow()).isEqualByComparingTo("-5");
    }
}
