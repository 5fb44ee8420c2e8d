package recon.ledger.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.row.Standing;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.TransferIds;
import recon.ledger.setting.LedgerSettings.WithdrawalAmount;
import recon.ledger.setting.LedgerSettings.WithdrawalDebit;
import recon.ledger.symbol.Symbol;

/** Which row books what, with which sign, with figures written out by hand. */
class BookingRulesTest {
    private static final RawRef RAW = new RawRef("raw/test", 3);
    private static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);
    private static final Instant T1 = Instant.parse("2026-01-02T10:00:00Z");
    private static final Instant T2 = Instant.parse("2026-01-03T01:00:00Z");

    private static BigDecimal d(String value) {
        return new BigDecimal(value);
    }

    private static List<String> text(Booking booking) {
        return booking.legs().stream()
                .map(leg -> leg.txnType() + " " + leg.txnSubtype() + " " + leg.asset() + " "
                        + leg.amount().toPlainString() + " " + leg.column())
                .toList();
    }

    private static Booking fill(boolean buyer, boolean maker, String fee, String feeAsset) {
        return new SpotFill("1", BTCUSDT, 7, 70, d("40000"), d("0.1"), d("4000"), d(fee), feeAsset, T1, buyer, maker)
                .observe(RAW)
                .booking();
    }

    @Test
    void buyGivesQuoteAndPaysTheFee() {
        Booking booking = fill(true, false, "0.001", "BNB");

        assertThat(text(booking))
                .containsExactly(
                        "trade spot_buy BTC 0.1 TRADES_IN",
                        "trade spot_sell USDT -4000 TRADES_OUT",
                        "trade taker_fee BNB -0.001 FEES");
        assertThat(booking.externalId()).isEqualTo("BTCUSDT:7:70");
        assertThat(booking.raw()).isEqualTo(RAW);
    }

    @Test
    void sellIsTheOtherWayRound() {
        assertThat(text(fill(false, true, "4", "USDT")))
                .containsExactly(
                        "trade spot_sell BTC -0.1 TRADES_OUT",
                        "trade spot_buy USDT 4000 TRADES_IN",
                        "trade maker_fee USDT -4 FEES");
    }

    /** A rebate is a negative commission: the fee column receives. */
    @Test
    void rebateIsAFeeReceived() {
        assertThat(text(fill(false, true, "-0.5", "USDT"))).endsWith("trade maker_fee USDT 0.5 FEES");
    }

    @Test
    void noFeeLeg_whenNothingWasPaid() {
        assertThat(fill(true, true, "0", "BNB").legs()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"BTC,40000", "USDT,1", "BNB,"})
    void feePriceIsKnown_onlyForBaseAndQuote(String feeAsset, String price) {
        Leg fee = fill(true, false, "0.001", feeAsset).legs().getLast();

        assertThat(((recon.ledger.entry.TradeLeg) fee).price())
                .isEqualTo(Optional.ofNullable(price).map(BigDecimal::new));
    }

    @ParameterizedTest
    @CsvSource({"0,PENDING,0", "8,PENDING,0", "99,PENDING,0", "6,SETTLED,1", "1,SETTLED,1", "2,REFUSED,0", "7,REFUSED,0"
    })
    void depositCounts_onceItIsCredited(int status, Standing standing, int bookings) {
        var seen = new Deposit("1", "d", "BTC", d("1.5"), "BTC", "addr", "tx", status, T1, Optional.of(T2), Wallet.SPOT)
                .observe(T2, RAW);

        assertThat(seen.standing()).isEqualTo(standing);
        assertThat(seen.bookings()).hasSize(bookings);
        assertThat(seen.bookings()).allSatisfy(booking -> {
            assertThat(booking.time()).isEqualTo(T2);
            assertThat(text(booking)).containsExactly("transfer_in deposit BTC 1.5 TRANSFERS_IN");
        });
    }

    @Test
    void depositWithoutCompletion_isApproximate() {
        var seen =
                new Deposit("1", "d", "BTC", d("1"), "", "", "", 1, T1, Optional.empty(), Wallet.SPOT).observe(T2, RAW);

        assertThat(seen.bookings().getFirst().time()).isEqualTo(T1);
        assertThat(seen.bookings().getFirst().approximate()).isTrue();
    }

    /** 10 and a fee of 1: net takes 11 from the account, gross takes 10. */
    @ParameterizedTest
    @CsvSource({
        "NET,AT_APPLICATION,-10,2026-01-02T10:00:00Z",
        "GROSS,AT_APPLICATION,-9,2026-01-02T10:00:00Z",
        "NET,AT_COMPLETION,-10,2026-01-03T01:00:00Z",
        "GROSS,AT_COMPLETION,-9,2026-01-03T01:00:00Z"
    })
    void withdrawalFollowsTheSettings(WithdrawalAmount amount, WithdrawalDebit debit, String sent, Instant time) {
        LedgerSettings settings = new LedgerSettings(amount, debit, TransferIds.SHARED, Duration.ZERO);
        Booking booking = new Withdrawal(
                        "1", "w", "USDT", d("10"), d("1"), "TRX", "addr", "tx", 6, T1, Optional.of(T2), Wallet.SPOT)
                .observe(T2, RAW, settings)
                .bookings()
                .getFirst();

        assertThat(booking.time()).isEqualTo(time);
        assertThat(text(booking))
                .containsExactly(
                        "transfer_out withdrawal USDT " + sent + " TRANSFERS_OUT",
                        "txn_fee withdrawal_fee USDT -1 FEES");
    }

    @Test
    void universalTransfer_booksBothAccountsAndPairsThem() {
        Party main = new Party("main@example.com", Optional.of("1"), Wallet.SPOT);
        Party sub = new Party("sub1@example.com", Optional.of("2"), Wallet.SPOT);
        List<Booking> bookings = new UniversalTransfer("1", 55, main, sub, "USDT", d("25"), "SUCCESS", T1)
                .observe(T1, RAW)
                .bookings();

        assertThat(bookings).extracting(Booking::accountId).containsExactly("1", "2");
        assertThat(text(bookings.getFirst())).containsExactly("transfer_out universal_transfer USDT -25 TRANSFERS_OUT");
        assertThat(text(bookings.getLast())).containsExactly("transfer_in universal_transfer USDT 25 TRANSFERS_IN");
        assertThat(bookings).extracting(Booking::matchId).containsOnly(Optional.of("universal-transfers:55"));
    }

    @Test
    void futuresSide_isLeftToTheIncome() {
        Party spot = new Party("sub1@example.com", Optional.of("2"), Wallet.SPOT);
        Party futures = new Party("sub1@example.com", Optional.of("2"), Wallet.FUTURES);

        assertThat(new UniversalTransfer("1", 55, spot, futures, "USDT", d("25"), "SUCCESS", T1)
                        .observe(T1, RAW)
                        .bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.part()).isEqualTo("from"));
    }

    @Test
    void unknownAccount_isNotOursToBook() {
        Party known = new Party("main@example.com", Optional.of("1"), Wallet.SPOT);
        Party unknown = new Party("else@example.com", Optional.empty(), Wallet.SPOT);

        assertThat(new UniversalTransfer("1", 55, unknown, known, "USDT", d("25"), "SUCCESS", T1)
                        .observe(T1, RAW)
                        .bookings())
                .extracting(Booking::accountId)
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "REALIZED_PNL,3,trade,TRADES_IN",
        "REALIZED_PNL,-3,trade,TRADES_OUT",
        "COMMISSION,-1,txn_fee,FEES",
        "FUNDING_FEE,1,txn_fee,FEES",
        "INSURANCE_CLEAR,-1,txn_fee,FEES",
        "TRANSFER,5,transfer_in,TRANSFERS_IN",
        "SOMETHING_NEW,-5,transfer_out,TRANSFERS_OUT"
    })
    void incomeGoesToItsColumn(String type, String income, String txnType, String column) {
        Leg leg = new FuturesIncome("1", type, 9, "BTCUSDT", "USDT", d(income), T1)
                .observe(RAW)
                .booking()
                .legs()
                .getFirst();

        assertThat(leg.txnType()).isEqualTo(txnType);
        assertThat(leg.column().name()).isEqualTo(column);
        assertThat(leg.amount()).isEqualByComparingTo(income);
    }
}
