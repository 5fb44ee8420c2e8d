package recon.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.Booking;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.TransferIds;

class TransferWitnessTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final RawRef RAW = new RawRef("raw/test", 0);

    private static Booking booked(long id) {
        return new UniversalTransfer(
                        "1",
                        id,
                        new Party("main@example.com", Optional.empty(), Wallet.SPOT),
                        new Party("sub1@example.com", Optional.of("2"), Wallet.SPOT),
                        "USDT",
                        new BigDecimal("25"),
                        "SUCCESS",
                        NOON)
                .observe(NOON, RAW)
                .bookings()
                .getFirst();
    }

    private static WitnessRow seen(String id, String amount, Instant time) {
        return new WitnessRow("2", "sub-transfers", id, time, Wallet.SPOT, "USDT", new BigDecimal(amount), RAW);
    }

    private static LedgerSettings ids(TransferIds ids) {
        LedgerSettings assumed = LedgerSettings.ASSUMED;
        return new LedgerSettings(assumed.withdrawalAmount(), assumed.withdrawalDebit(), ids, Duration.ZERO);
    }

    private static List<Discrepancy> compare(TransferIds ids, List<Booking> bookings, List<WitnessRow> witnesses) {
        return TransferWitness.compare(DAY, bookings, witnesses, ids(ids));
    }

    @Test
    void agree_byIdWhereItIsShared() {
        assertThat(compare(TransferIds.SHARED, List.of(booked(5)), List.of(seen("5", "25.0", NOON))))
                .isEmpty();
    }

    @Test
    void agree_byAssetAmountAndTimeWhereTheIdDiffers() {
        assertThat(compare(TransferIds.DISTINCT, List.of(booked(5)), List.of(seen("900", "25", NOON.plusSeconds(3)))))
                .isEmpty();
        assertThat(compare(TransferIds.SHARED, List.of(booked(5)), List.of(seen("900", "25", NOON))))
                .extracting(Discrepancy::kind)
                .containsExactly(Discrepancy.Kind.NOT_WITNESSED, Discrepancy.Kind.NOT_BOOKED);
    }

    /** Two equal transfers need two witnesses: one row vouches for one other. */
    @Test
    void eachWitnessVouchesOnce() {
        assertThat(compare(TransferIds.DISTINCT, List.of(booked(5), booked(6)), List.of(seen("900", "25", NOON))))
                .extracting(Discrepancy::kind)
                .containsExactly(Discrepancy.Kind.NOT_WITNESSED);
    }

    @Test
    void missingBooking_isNamed() {
        assertThat(compare(TransferIds.SHARED, List.of(), List.of(seen("5", "25", NOON))))
                .extracting(Discrepancy::externalId)
                .containsExactly("5");
    }

    @Test
    void anotherDaysRow_isNotThisDaysMatter() {
        assertThat(compare(TransferIds.SHARED, List.of(), List.of(seen("5", "25", NOON.plus(Duration.ofDays(1))))))
                .isEmpty();
    }
}
