package recon.ledger.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.row.Final;
import recon.ledger.row.Observation;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;
import recon.ledger.setting.LedgerSettings.ConvertWallet;
import recon.ledger.setting.LedgerSettings.DustAmount;
import recon.ledger.symbol.Symbol;

/** The booking rules of the other wallets, worked out by hand. */
class WalletBookingsTest {
    private static final RawRef RAW = new RawRef("raw/test", 0);
    private static final Instant T1 = Instant.parse("2026-01-02T10:00:00Z");
    private static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static List<String> text(Booking booking) {
        return booking.legs().stream()
                .map(leg -> leg.wallet() + " " + leg.txnSubtype() + " " + leg.asset() + " "
                        + leg.amount().toPlainString() + " " + leg.column())
                .toList();
    }

    private static List<String> text(RowSeen seen) {
        return seen.bookings().stream()
                .flatMap(booking -> text(booking).stream())
                .toList();
    }

    private static List<String> text(Observation observation) {
        return text(((Final) observation).booking());
    }

    private static LedgerSettings settings(DustAmount dust, ConvertWallet convert, CapitalFlowSign sign) {
        LedgerSettings assumed = LedgerSettings.ASSUMED;
        return new LedgerSettings(
                assumed.withdrawalAmount(),
                assumed.withdrawalDebit(),
                assumed.transferIds(),
                Duration.ZERO,
                dust,
                convert,
                sign,
                assumed.liquidationRepayment(),
                assumed.commissionSign());
    }

    private static RowSeen own(Wallet from, Wallet to, String status) {
        return new OwnTransfer("1", 7, from, to, "USDT", d("25"), status, T1).observe(T1, RAW);
    }

    @Test
    void ownTransfer_booksOneLegInEachWallet() {
        assertThat(text(own(Wallet.SPOT, Wallet.isolated("BTCUSDT"), "CONFIRMED")))
                .containsExactly(
                        "SPOT own_transfer USDT -25 TRANSFERS_OUT",
                        "ISOLATED_MARGIN:BTCUSDT own_transfer USDT 25 TRANSFERS_IN");
    }

    @Test
    void ownTransfer_leavesTheFuturesSideToTheIncome() {
        assertThat(text(own(Wallet.FUTURES, Wallet.FUNDING, "CONFIRMED")))
                .containsExactly("FUNDING own_transfer USDT 25 TRANSFERS_IN");
        assertThat(own(Wallet.FUTURES, Wallet.FUTURES, "CONFIRMED").bookings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED,SETTLED,1", "PENDING,PENDING,0", "FAILED,REFUSED,0", "PONDERING,PENDING,0"})
    void ownTransferCounts_onceItIsConfirmed(String status, Standing standing, int bookings) {
        RowSeen seen = own(Wallet.SPOT, Wallet.FUNDING, status);
        assertThat(seen.standing()).isEqualTo(standing);
        assertThat(seen.bookings()).hasSize(bookings);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS,SETTLED,1", "PROCESS,PENDING,0", "ACCEPT_SUCCESS,PENDING,0", "FAIL,REFUSED,0", "ODD,PENDING,0"
    })
    void convertCounts_onceItHasSucceeded(String status, Standing standing, int bookings) {
        RowSeen seen = new Convert("1", 9, status, "USDT", d("20"), "BNB", d("0.05"), Optional.of(d("0.0025")), T1)
                .observe(T1, RAW, LedgerSettings.ASSUMED);
        assertThat(seen.standing()).isEqualTo(standing);
        assertThat(seen.bookings()).hasSize(bookings);
    }

    @ParameterizedTest
    @CsvSource({"SPOT", "FUNDING"})
    void convertMovesTheWallet_thatTheSettingsName(ConvertWallet wallet) {
        LedgerSettings settings = settings(DustAmount.NET, wallet, CapitalFlowSign.SIGNED);
        assertThat(text(new Convert("1", 9, "SUCCESS", "USDT", d("20"), "BNB", d("0.05"), Optional.empty(), T1)
                        .observe(T1, RAW, settings)))
                .containsExactly(
                        wallet + " convert_sell USDT -20 TRADES_OUT", wallet + " convert_buy BNB 0.05 TRADES_IN");
    }

    /** 0.5 received and 0.01 charged: net the account has 0.5 more, gross 0.49. */
    @ParameterizedTest
    @CsvSource({"NET,0.51", "GROSS,0.50"})
    void dustChargeIsTakenOff_asTheSettingsSay(DustAmount amount, String bought) {
        LedgerSettings settings = settings(amount, ConvertWallet.SPOT, CapitalFlowSign.SIGNED);
        assertThat(text(new Dust("1", 3, Wallet.SPOT, "XRP", d("2"), "BNB", d("0.50"), d("0.01"), T1)
                        .observe(RAW, settings)))
                .containsExactly(
                        "SPOT dust_sell XRP -2 TRADES_OUT",
                        "SPOT dust_buy BNB " + bought + " TRADES_IN",
                        "SPOT dust_fee BNB -0.01 FEES");
    }

    @Test
    void dustChargeThatIsNegative_isReceivedAndOneOfZeroIsNoLeg() {
        assertThat(text(new Dust("1", 3, Wallet.MARGIN, "XRP", d("2"), "BNB", d("0.5"), d("-0.01"), T1)
                        .observe(RAW, LedgerSettings.ASSUMED)))
                .endsWith("MARGIN dust_fee BNB 0.01 FEES");
        assertThat(text(new Dust("1", 3, Wallet.SPOT, "XRP", d("2"), "BNB", d("0.5"), d("0"), T1)
                        .observe(RAW, LedgerSettings.ASSUMED)))
                .hasSize(2);
    }

    @Test
    void dividendGoesByItsDirection() {
        assertThat(text(new Dividend("1", 4, "ABC", d("3"), true, "ABC distribution", T1).observe(RAW)))
                .containsExactly("SPOT dividend ABC 3 TRANSFERS_IN");
        assertThat(text(new Dividend("1", 4, "ABC", d("3"), false, "", T1).observe(RAW)))
                .containsExactly("SPOT dividend ABC -3 TRANSFERS_OUT");
    }

    private static RowSeen loan(MarginLoan.Kind kind, String amount, String principal, String interest) {
        return new MarginLoan(
                        "1", kind, 5, Wallet.MARGIN, "USDT", d(amount), d(principal), d(interest), "CONFIRMED", T1)
                .observe(T1, RAW);
    }

    @Test
    void borrowing_movesBalanceAndLoan() {
        assertThat(text(loan(MarginLoan.Kind.BORROW, "100", "100", "0")))
                .containsExactly("MARGIN margin_borrow USDT 100 TRANSFERS_IN", "MARGIN margin_borrow USDT 100 LOAN");
    }

    /** 100.5 are paid: 100 of the loan and 0.5 of interest. */
    @Test
    void payingBack_movesBalanceLoanAndInterest() {
        assertThat(text(loan(MarginLoan.Kind.REPAY, "100.5", "100", "0.5")))
                .containsExactly(
                        "MARGIN margin_repay USDT -100.5 TRANSFERS_OUT",
                        "MARGIN margin_repay USDT -100 LOAN",
                        "MARGIN margin_repay USDT -0.5 INTEREST");
    }

    @Test
    void borrowingAndPayingBackUnderOneId_areTwoRows() {
        assertThat(loan(MarginLoan.Kind.BORROW, "1", "1", "0").externalId())
                .isNotEqualTo(loan(MarginLoan.Kind.REPAY, "1", "1", "0").externalId());
    }

    @Test
    void interestAccrues_withoutTouchingTheBalance() {
        assertThat(text(new MarginInterest("1", 6, Wallet.MARGIN, "USDT", d("0.25"), T1).observe(RAW)))
                .containsExactly("MARGIN margin_interest USDT 0.25 INTEREST");
    }

    private static Optional<Observation> flow(String type, String amount, CapitalFlowSign sign) {
        return flow(type, amount, sign, Optional.empty());
    }

    private static Optional<Observation> flow(
            String type, String amount, CapitalFlowSign sign, Optional<String> repaid) {
        return new CapitalFlow("1", 8, Wallet.isolated("BTCUSDT"), type, "USDT", d(amount), T1, repaid)
                .observe(RAW, settings(DustAmount.NET, ConvertWallet.SPOT, sign));
    }

    @ParameterizedTest
    @CsvSource({
        "BUY_LIQUIDATION,SIGNED,5,5,TRADES_IN",
        "SELL_LIQUIDATION,SIGNED,-5,-5,TRADES_OUT",
        "LIQUIDATION_FEE,SIGNED,-5,-5,FEES",
        "BUY_LIQUIDATION,ABSOLUTE,5,5,TRADES_IN",
        "SELL_LIQUIDATION,ABSOLUTE,5,-5,TRADES_OUT",
        "OTHER_LIQUIDATION,ABSOLUTE,5,-5,TRADES_OUT",
        "LIQUIDATION_FEE,ABSOLUTE,5,-5,FEES"
    })
    void liquidationIsBooked_byNothingElse(
            String type, CapitalFlowSign sign, String given, String amount, String column) {
        assertThat(text(flow(type, given, sign).orElseThrow()))
                .singleElement()
                .asString()
                .endsWith("USDT " + amount + " " + column);
    }

    /** A long position is sold, a short one bought back: either way the loan's asset is received for the other. */
    @ParameterizedTest
    @CsvSource({
        "SELL_LIQUIDATION,ABSOLUTE,5,USDT,5",
        "SELL_LIQUIDATION,ABSOLUTE,5,BTC,-5",
        "BUY_LIQUIDATION,ABSOLUTE,5,USDT,5",
        "BUY_LIQUIDATION,ABSOLUTE,5,BTC,-5",
        "SELL_LIQUIDATION,SIGNED,-5,USDT,-5",
        "LIQUIDATION_FEE,ABSOLUTE,5,USDT,-5"
    })
    void whatALiquidationTradesFor_isWhatItPaysBack(
            String type, CapitalFlowSign sign, String given, String repaid, String amount) {
        assertThat(text(flow(type, given, sign, Optional.of(repaid)).orElseThrow()))
                .singleElement()
                .asString()
                .contains("USDT " + amount + " ");
    }

    @Test
    void loanThatALiquidationPaysBack_isOwedNoMore() {
        assertThat(text(flow("REPAY_LIQUIDATION", "5", CapitalFlowSign.ABSOLUTE).orElseThrow()))
                .containsExactly(
                        "ISOLATED_MARGIN:BTCUSDT repay_liquidation USDT -5 TRADES_OUT",
                        "ISOLATED_MARGIN:BTCUSDT repay_liquidation USDT -5 LOAN");
    }

    @Test
    void whatOtherSourcesBook_isOnlyWitnessed() {
        assertThat(flow("TRADING_COMMISSION", "5", CapitalFlowSign.ABSOLUTE))
                .hasValueSatisfying(
                        row -> assertThat(((WitnessRow) row).amount()).isEqualByComparingTo("-5"));
        assertThat(flow("SOMETHING_NEW", "5", CapitalFlowSign.SIGNED)).containsInstanceOf(WitnessRow.class);
        assertThat(flow("SMALL_CONVERT", "5", CapitalFlowSign.SIGNED)).isEmpty();
    }

    /** 2 bought at 30: 60 are given. */
    @Test
    void stpTransfer_isATradeWithoutAFee() {
        assertThat(text(new StpTransfer("1", BTCUSDT, 1, 2, true, d("30"), d("2"), T1).observe(RAW)))
                .containsExactly("SPOT spot_buy BTC 2 TRADES_IN", "SPOT spot_sell USDT -60 TRADES_OUT");
        assertThat(text(new StpTransfer("1", BTCUSDT, 1, 2, false, d("30"), d("2"), T1).observe(RAW)))
                .containsExactly("SPOT spot_sell BTC -2 TRADES_OUT", "SPOT spot_buy USDT 60 TRADES_IN");
    }

    /** A negative commission is a rebate: kept, and received. */
    @Test
    void marginFill_movesTheWalletThatTraded() {
        SpotFill fill =
                new SpotFill("1", BTCUSDT, 7, 70, d("40"), d("0.5"), d("20"), d("-0.1"), "USDT", T1, true, true);
        Booking cross = fill.observe("margin-trades", Wallet.MARGIN, RAW).booking();
        Booking pair =
                fill.observe("margin-trades", Wallet.isolated("BTCUSDT"), RAW).booking();

        assertThat(text(cross))
                .containsExactly(
                        "MARGIN spot_buy BTC 0.5 TRADES_IN",
                        "MARGIN spot_sell USDT -20 TRADES_OUT",
                        "MARGIN maker_fee USDT 0.1 FEES");
        assertThat(pair.externalId()).isNotEqualTo(cross.externalId());
    }

    /** Commission and profit of one fill may share an id; so may rows of two assets, for all that we know. */
    @Test
    void incomeRowsThatDifferInAnything_areNotOne() {
        List<FuturesIncome> rows = List.of(
                new FuturesIncome("1", "COMMISSION", 9, "BTCUSDT", "USDT", d("-1"), T1, "5"),
                new FuturesIncome("1", "REALIZED_PNL", 9, "BTCUSDT", "USDT", d("-1"), T1, "5"),
                new FuturesIncome("1", "COMMISSION", 9, "BTCUSDT", "BNB", d("-1"), T1, "5"),
                new FuturesIncome("1", "COMMISSION", 9, "ETHUSDT", "USDT", d("-1"), T1, "5"),
                new FuturesIncome("1", "COMMISSION", 9, "BTCUSDT", "USDT", d("-1"), T1, "6"));
        assertThat(rows.stream().map(row -> row.observe(RAW).booking().externalId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void settings_areReadUnderTheNamesThatTheyAreToldBy() {
        LedgerSettings odd = settings(DustAmount.GROSS, ConvertWallet.FUNDING, CapitalFlowSign.ABSOLUTE);
        Map<String, String> told = odd.notAssumed();
        assertThat(told)
                .containsEntry("recon.ledger.dust-amount", "GROSS")
                .containsEntry("recon.ledger.convert-wallet", "FUNDING")
                .containsEntry("recon.ledger.capital-flow-sign", "ABSOLUTE");
        assertThat(LedgerSettings.from(name -> Optional.ofNullable(told.get(name))))
                .isEqualTo(odd);
    }
}
