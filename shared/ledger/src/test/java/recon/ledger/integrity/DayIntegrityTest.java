package recon.ledger.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Deposit;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.booking.OwnTransfer;
import recon.ledger.booking.Party;
import recon.ledger.booking.SpotFill;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.booking.Withdrawal;
import recon.ledger.entry.Booking;
import recon.ledger.integrity.Finding.Kind;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.TransferIds;
import recon.ledger.setting.LedgerSettings.WithdrawalAmount;
import recon.ledger.setting.LedgerSettings.WithdrawalDebit;
import recon.ledger.symbol.Symbol;

/** Rows and bookings that belong together, and one thing wrong with them at a time. */
class DayIntegrityTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");
    /** 1767355200000. */
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static final String PAGE = "raw/source=spot-trades/a";
    private static final String SPOT = "spot-trades";
    private static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);
    private static final Rows FILL = Rows.of("symbol=BTCUSDT id=7 orderId=70 price=40.5 qty=2 quoteQty=81.0"
            + " commission=0.03 commissionAsset=BNB time=1767355200000 isBuyer=true isMaker=true");

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static RawRef at(int row) {
        return new RawRef(PAGE, row);
    }

    private static SpotFill fill(long id, String fee, Instant at) {
        return new SpotFill("1", BTCUSDT, id, 70, d("40.5"), d("2"), d("81"), d(fee), "BNB", at, true, true);
    }

    private static Booking booked(int row) {
        return fill(7, "0.03", NOON).observe(at(row)).booking();
    }

    private static DayIntegrity day(Booking... bookings) {
        return new DayIntegrity(DAY, List.of(bookings), LedgerSettings.ASSUMED);
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    private static List<Kind> ofPage(Booking booking, Rows... rows) {
        return kinds(day(booking).ofPage(SPOT, PAGE, List.of(rows)));
    }

    @Test
    void nothingIsFound_whereTheRowSaysWhatIsBooked() {
        assertThat(ofPage(booked(0), FILL)).isEmpty();
        Booking sold = new SpotFill("1", BTCUSDT, 7, 70, d("40.5"), d("2"), d("81"), d("0"), "BNB", NOON, false, true)
                .observe(at(0))
                .booking();
        assertThat(ofPage(sold, FILL.with("isBuyer", "false").with("commission", "0.000")))
                .as("sold, and without a fee")
                .isEmpty();
        assertThat(day(booked(0)).ofBookings()).isEmpty();
    }

    @Test
    void row_mustBeThere() {
        assertThat(ofPage(booked(1), FILL)).containsExactly(Kind.RAW_ROW_MISSING);
    }

    /** Row 0 is the fill that is booked; the booking names row 1. */
    @Test
    void row_mustBeTheOneThatIsBooked() {
        Rows other = FILL.with("id", "8");
        assertThat(day(booked(0)).ofPage(SPOT, PAGE, List.of(other)))
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(
                        tuple(Kind.RAW_DIFFERS, "spot-trades/BTCUSDT:7:70/fill"),
                        tuple(Kind.ROW_NOT_BOOKED, "spot-trades/BTCUSDT:8:70"));
    }

    @Test
    void amounts_mustBeThoseOfTheRow() {
        assertThat(ofPage(booked(0), FILL.with("commission", "0.04"))).containsExactly(Kind.RAW_DIFFERS);
        assertThat(ofPage(booked(0), FILL.with("isBuyer", "false"))).containsExactly(Kind.RAW_DIFFERS);
        assertThat(ofPage(booked(0), FILL.without("qty"))).containsExactly(Kind.RAW_DIFFERS);
    }

    @Test
    void quote_mustBePriceTimesQuantity() {
        Booking wrong = new SpotFill("1", BTCUSDT, 7, 70, d("40.5"), d("2"), d("81.1"), d("0"), "BNB", NOON, true, true)
                .observe(at(0))
                .booking();
        Rows row = FILL.with("quoteQty", "81.1").with("commission", "0");

        assertThat(ofPage(wrong, row)).containsExactly(Kind.SUM_DIFFERS);
        Booking rounded = new SpotFill(
                        "1",
                        BTCUSDT,
                        7,
                        70,
                        d("0.33333333"),
                        d("0.5"),
                        d("0.16666666"),
                        d("0"),
                        "BNB",
                        NOON,
                        true,
                        true)
                .observe(at(0))
                .booking();
        assertThat(ofPage(
                        rounded,
                        row.with("price", "0.33333333").with("qty", "0.5").with("quoteQty", "0.16666666")))
                .as("cut after eight decimals")
                .isEmpty();
    }

    @Test
    void rowOfTheDay_mustBeBooked() {
        Rows second = FILL.with("id", "8").with("quoteQty", "81");
        assertThat(ofPage(booked(0), FILL, second)).containsExactly(Kind.ROW_NOT_BOOKED);
        assertThat(ofPage(booked(0), FILL, second.with("time", "1767398400000")))
                .as("midnight: the next day's")
                .isEmpty();
    }

    /** The booking was made from another answer; this one has the same trade with other amounts. */
    @Test
    void id_standsForOneThing_inAllAnswers() {
        List<Finding> found =
                day(booked(0)).ofPage(SPOT, "raw/source=spot-trades/b", List.of(FILL.with("commission", "9")));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ID_TWICE);
            assertThat(finding.evidence()).isEqualTo("raw/source=spot-trades/b");
        });
        assertThat(day(booked(0)).ofPage(SPOT, "raw/source=spot-trades/b", List.of(FILL)))
                .as("read twice")
                .isEmpty();
    }

    @Test
    void id_isBookedOnce() {
        Booking moved = fill(7, "0.03", NOON.plusSeconds(1)).observe(at(0)).booking();
        assertThat(kinds(day(booked(0), moved).ofBookings())).containsExactly(Kind.ID_TWICE);
    }

    @Test
    void tradeIdsOfASymbol_growWithTime() {
        Booking later = fill(9, "0", NOON.minusMillis(1)).observe(at(1)).booking();
        assertThat(day(booked(0), later).ofBookings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ID_OUT_OF_ORDER);
            assertThat(finding.subject()).isEqualTo("spot-trades/BTCUSDT:9:70/fill");
        });
        Booking same = fill(9, "0", NOON).observe(at(1)).booking();
        Booking gap = fill(9_000, "0", NOON.plusMillis(1)).observe(at(2)).booking();
        assertThat(day(gap, same, booked(0)).ofBookings())
                .as("a gap says nothing: others trade as well")
                .isEmpty();
    }

    @Test
    void fee_costsSomething() {
        assertThat(kinds(day(fill(7, "-0.03", NOON).observe(at(0)).booking()).ofBookings()))
                .containsExactly(Kind.FEE_NEGATIVE);
        assertThat(kinds(day(withdrawal(LedgerSettings.ASSUMED, "-1")).ofBookings()))
                .containsExactly(Kind.FEE_NEGATIVE);
        assertThat(day(income("COMMISSION", "0.01")).ofBookings())
                .as("a rebate")
                .isEmpty();
    }

    private static Booking income(String type, String amount) {
        return new FuturesIncome("1", type, 3, "", "USDT", d(amount), NOON)
                .observe(at(0))
                .booking();
    }

    private static Booking withdrawal(LedgerSettings settings, String fee) {
        return new Withdrawal("1", "w", "USDT", d("10"), d(fee), "", "", "", 6, NOON, Optional.of(NOON), Wallet.SPOT)
                .observe(NOON, at(0), settings)
                .bookings()
                .getFirst();
    }

    private static void assertFits(String source, Rows row, String field, Booking... bookings) {
        assertThat(day(bookings).ofPage(source, PAGE, List.of(row))).isEmpty();
        assertThat(kinds(day(bookings).ofPage(source, PAGE, List.of(row.with(field, "11")))))
                .as(source + " with another " + field)
                .contains(Kind.RAW_DIFFERS);
    }

    @Test
    void tradesElsewhere_areComparedAsThoseOfSpot() {
        SpotFill fill = fill(7, "0.03", NOON);
        assertFits(
                "margin-trades",
                FILL.without("quoteQty"),
                "qty",
                fill.observe("margin-trades", Wallet.isolated("BTCUSDT"), at(0)).booking());
        assertFits(
                "sor-allocations",
                FILL.without("id").with("allocationId", "7"),
                "commission",
                fill.observe("sor-allocations", Wallet.SPOT, at(0)).booking());
    }

    @Test
    void otherSources_areComparedByTheirOwnWords() {
        assertFits(
                "deposits",
                Rows.of("id=d amount=10 insertTime=1"),
                "amount",
                new Deposit("1", "d", "USDT", d("10"), "", "", "", 1, NOON, Optional.of(NOON), Wallet.SPOT)
                        .observe(NOON, at(0))
                        .bookings()
                        .getFirst());
        assertFits(
                "withdrawals",
                Rows.of("id=w amount=10 transactionFee=1"),
                "transactionFee",
                withdrawal(LedgerSettings.ASSUMED, "1"));
        Party main = new Party("main@example.com", Optional.of("1"), Wallet.SPOT);
        Party sub = new Party("sub@example.com", Optional.of("2"), Wallet.SPOT);
        List<Booking> sides = new UniversalTransfer("1", 5, main, sub, "USDT", d("10"), "SUCCESS", NOON)
                .observe(NOON, at(0))
                .bookings();
        assertFits("universal-transfers", Rows.of("tranId=5 amount=10"), "amount", sides.getFirst());
        assertFits("legacy-transfers", Rows.of("tranId=5 qty=10"), "qty", sides.getLast());
        Stream.of(Wallet.FUNDING, Wallet.FUTURES)
                .forEach(other -> assertFits(
                        "own-transfers",
                        Rows.of("tranId=6 amount=10"),
                        "amount",
                        new OwnTransfer("1", 6, Wallet.SPOT, other, "USDT", d("10"), "CONFIRMED", NOON)
                                .observe(NOON, at(0))
                                .bookings()
                                .getFirst()));
        assertFits(
                "futures-income",
                Rows.of("incomeType=FUNDING_FEE tranId=3 asset=USDT symbol= tradeId= income=-10 time=1767355200000"),
                "income",
                income("FUNDING_FEE", "-10"));
    }

    /** 10 contain the fee of 1. */
    @Test
    void withdrawal_isComparedAsTheSettingsSay() {
        LedgerSettings gross = new LedgerSettings(
                WithdrawalAmount.GROSS, WithdrawalDebit.AT_APPLICATION, TransferIds.SHARED, Duration.ZERO);
        Rows row = Rows.of("id=w amount=10 transactionFee=1");
        assertThat(new DayIntegrity(DAY, List.of(withdrawal(gross, "1")), gross)
                        .ofPage("withdrawals", PAGE, List.of(row)))
                .isEmpty();
    }

    @Test
    void answerThatIsGone_countsOnceForAllThatWasMadeFromIt() {
        DayIntegrity day = day(booked(0), fill(8, "0", NOON).observe(at(1)).booking());
        assertThat(day.missing(PAGE)).hasValueSatisfying(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.RAW_MISSING);
            assertThat(finding.message()).contains("2 bookings");
        });
        assertThat(day.damaged(PAGE)).map(Finding::kind).contains(Kind.RAW_DAMAGED);
        assertThat(day.missing("raw/source=spot-trades/b"))
                .as("nothing refers to it")
                .isEmpty();
    }
}
