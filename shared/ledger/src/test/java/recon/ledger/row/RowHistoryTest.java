package recon.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Withdrawal;
import recon.ledger.entry.Booking;
import recon.ledger.setting.LedgerSettings;

class RowHistoryTest {
    private static final RawRef RAW = new RawRef("raw/test", 0);
    private static final Instant APPLIED = Instant.parse("2026-01-02T23:00:00Z");
    private static final RowSeen PENDING_FIRST = seen(4, "2026-01-03T00:03:00Z");
    private static final RowSeen PENDING_AGAIN = seen(4, "2026-01-04T00:03:00Z");
    private static final RowSeen REFUSED = seen(3, "2026-01-05T00:03:00Z");
    private static final RowSeen REFUSED_STILL = seen(3, "2026-01-06T00:03:00Z");

    private static RowSeen seen(int status, String at) {
        return new Withdrawal(
                        "1",
                        "w1",
                        "BTC",
                        new BigDecimal("0.5"),
                        new BigDecimal("0.0002"),
                        "BTC",
                        "addr",
                        "",
                        status,
                        APPLIED,
                        Optional.empty(),
                        Wallet.SPOT)
                .observe(Instant.parse(at), RAW, LedgerSettings.ASSUMED);
    }

    @Provide
    Arbitrary<List<RowSeen>> anyOrder() {
        return Arbitraries.shuffle(PENDING_FIRST, PENDING_AGAIN, REFUSED, REFUSED_STILL);
    }

    @Property
    void sameBookings_inAnyOrderOfSightings(@ForAll("anyOrder") List<RowSeen> order) {
        RowHistory history = RowHistory.of(order.getFirst());
        for (RowSeen seen : order.subList(1, 4)) {
            history = history.and(seen);
        }

        assertThat(history.bookings()).extracting(Booking::part).containsExactly("debit", "debit-reversal");
        Booking reversal = history.bookings().getLast();
        assertThat(reversal.time()).isEqualTo(Instant.parse("2026-01-04T01:00:00Z"));
        assertThat(reversal.approximate()).isTrue();
        assertThat(reversal.legs().stream().map(leg -> leg.amount().toPlainString()))
                .containsExactly("0.5", "0.0002");
    }

    /** Looked at two minutes later, it is the same book. */
    @Test
    void reversalDoesNotShowWhenWeLooked() {
        RowHistory early = RowHistory.of(seen(4, "2026-01-03T00:03:00Z")).and(REFUSED);
        RowHistory late = RowHistory.of(seen(4, "2026-01-03T00:05:00Z")).and(REFUSED);

        assertThat(early.bookings()).isEqualTo(late.bookings());
    }

    @Test
    void reversalStandsAtTheApplication_whenNeverSeenPending() {
        List<Booking> bookings = RowHistory.of(REFUSED).bookings();

        assertThat(bookings).extracting(Booking::time).containsExactly(APPLIED, APPLIED);
    }

    @Test
    void nothingIsReversed_whenTheDebitWaitsForCompletion() {
        LedgerSettings atCompletion = new LedgerSettings(
                LedgerSettings.WithdrawalAmount.NET,
                LedgerSettings.WithdrawalDebit.AT_COMPLETION,
                LedgerSettings.TransferIds.SHARED,
                java.time.Duration.ZERO);
        RowSeen refused = new Withdrawal(
                        "1",
                        "w1",
                        "BTC",
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        "",
                        "",
                        "",
                        3,
                        APPLIED,
                        Optional.empty(),
                        Wallet.SPOT)
                .observe(APPLIED, RAW, atCompletion);

        assertThat(RowHistory.of(refused).bookings()).isEmpty();
    }
}
