package recon.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.booking.MarginLoan;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.Booking;
import recon.ledger.row.Final;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;
import recon.ledger.setting.LedgerSettings.TransferIds;

class WitnessesTest {
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
        return Witnesses.compare(DAY, bookings, witnesses, ids(ids));
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

    private static WitnessRow flow(String type, String asset, String amount) {
        return new WitnessRow(
                "2", "capital-flow", type + ":1", NOON, Wallet.MARGIN, asset, new BigDecimal(amount), RAW);
    }

    private static Booking borrowed() {
        return new MarginLoan(
                        "2",
                        MarginLoan.Kind.BORROW,
                        9,
                        Wallet.MARGIN,
                        "USDT",
                        new BigDecimal("100"),
                        new BigDecimal("100"),
                        BigDecimal.ZERO,
                        "CONFIRMED",
                        NOON.plusSeconds(2))
                .observe(NOON, RAW)
                .bookings()
                .getFirst();
    }

    private static Booking repaid() {
        return new MarginLoan(
                        "2",
                        MarginLoan.Kind.REPAY,
                        10,
                        Wallet.MARGIN,
                        "USDT",
                        new BigDecimal("7.5"),
                        new BigDecimal("7"),
                        new BigDecimal("0.5"),
                        "CONFIRMED",
                        NOON)
                .observe(NOON, RAW)
                .bookings()
                .getFirst();
    }

    /** The loan is booked beside the balance, and only the balance moves. */
    @Test
    void capitalFlowWitnesses_whatMovesAMarginWallet() {
        assertThat(compare(
                        TransferIds.SHARED,
                        List.of(borrowed(), repaid()),
                        List.of(flow("BORROW", "USDT", "100.00"), flow("REPAY", "USDT", "-7.5"))))
                .isEmpty();
        assertThat(compare(
                        TransferIds.SHARED,
                        List.of(borrowed()),
                        List.of(flow("BORROW", "USDT", "90"), flow("COMMISSION_RETURN", "BNB", "1"))))
                .extracting(Discrepancy::kind, Discrepancy::source)
                .containsExactlyInAnyOrder(
                        tuple(Discrepancy.Kind.NOT_WITNESSED, "borrow-repay"),
                        tuple(Discrepancy.Kind.NOT_BOOKED, "capital-flow"),
                        tuple(Discrepancy.Kind.NOT_BOOKED, "capital-flow"));
    }

    @Test
    void capitalFlowWithoutSigns_isComparedByItsSize() {
        LedgerSettings assumed = LedgerSettings.ASSUMED;
        LedgerSettings signless = new LedgerSettings(
                assumed.withdrawalAmount(),
                assumed.withdrawalDebit(),
                TransferIds.DISTINCT,
                Duration.ZERO,
                assumed.dustAmount(),
                assumed.convertWallet(),
                CapitalFlowSign.ABSOLUTE,
                assumed.liquidationRepayment(),
                assumed.commissionSign());
        List<WitnessRow> rows = List.of(flow("REPAY", "USDT", "7.5"));

        assertThat(Witnesses.compare(DAY, List.of(repaid()), rows, signless)).isEmpty();
        assertThat(compare(TransferIds.SHARED, List.of(repaid()), rows)).hasSize(2);
    }

    /** A witness of one kind of movement has nothing to say about another. */
    @Test
    void whatASourceDoesNotSee_isNotAskedOfIt() {
        assertThat(compare(TransferIds.SHARED, List.of(booked(5)), List.of(flow("BORROW", "USDT", "1"))))
                .extracting(Discrepancy::source)
                .containsExactly("capital-flow");
        assertThat(compare(
                        TransferIds.SHARED,
                        List.of(),
                        List.of(new WitnessRow(
                                "2", "sub-transfers", "5", NOON, Wallet.FUTURES, "USDT", BigDecimal.ONE, RAW))))
                .isEmpty();
    }

    private static Booking liquidated(long id, String asset, String amount) {
        return liquidated("SELL_LIQUIDATION", id, asset, amount);
    }

    private static Booking liquidated(String type, long id, String asset, String amount) {
        return ((Final) new CapitalFlow(
                                "2",
                                id,
                                Wallet.isolated("BTCUSDT"),
                                type,
                                asset,
                                new BigDecimal(amount),
                                NOON,
                                Optional.empty())
                        .observe(RAW, LedgerSettings.ASSUMED)
                        .orElseThrow())
                .booking();
    }

    /** One order, booked in two parts: 0.3 + 0.2 = 0.5. */
    @Test
    void liquidationIsComparedByTheSumsOfADay() {
        WitnessRow order = new WitnessRow(
                "2",
                "force-liquidations",
                "77:BTC",
                NOON.plus(Duration.ofHours(1)),
                Wallet.isolated("BTCUSDT"),
                "BTC",
                new BigDecimal("-0.5"),
                RAW);
        assertThat(compare(
                        TransferIds.SHARED,
                        List.of(liquidated(1, "BTC", "-0.3"), liquidated(2, "BTC", "-0.2")),
                        List.of(order)))
                .isEmpty();
        assertThat(compare(TransferIds.SHARED, List.of(liquidated(1, "BTC", "-0.3")), List.of(order)))
                .extracting(Discrepancy::externalId)
                .containsExactly("77:BTC");
    }

    /** 0.5 BTC for 20,000: what the order shows. The fee of 400 and the 15,000 paid back of the loan are no part of it. */
    @Test
    void feeAndRepaymentOfALiquidation_areNoPartOfItsOrder() {
        WitnessRow order = new WitnessRow(
                "2",
                "force-liquidations",
                "77:USDT",
                NOON,
                Wallet.isolated("BTCUSDT"),
                "USDT",
                new BigDecimal("20000"),
                RAW);
        List<Booking> booked = List.of(
                liquidated("SELL_LIQUIDATION", 1, "USDT", "20000"),
                liquidated("LIQUIDATION_FEE", 2, "USDT", "-400"),
                liquidated("REPAY_LIQUIDATION", 3, "USDT", "-15000"));

        assertThat(compare(TransferIds.SHARED, booked, List.of(order))).isEmpty();
        assertThat(compare(TransferIds.SHARED, booked.subList(1, 3), List.of(order)))
                .extracting(Discrepancy::kind)
                .containsExactly(Discrepancy.Kind.NOT_BOOKED);
    }
}
