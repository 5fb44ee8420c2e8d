package recon.reconcile.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;
import recon.ledger.booking.Convert;
import recon.ledger.booking.MarginInterest;
import recon.ledger.booking.SpotFill;
import recon.ledger.entry.Booking;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;

/** Which file shows what. */
class DayReportTest {
    private static final RawRef RAW = new RawRef("raw/test", 0);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Account MAIN = new Account("1", "main@example.com");
    private static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static List<String> rows(DayReport report, String file) {
        String text = new String(report.files().get(file).bytes(), UTF_8);
        return text.lines().skip(1).toList();
    }

    private static DailyBalance owing(String actual) {
        return new DailyBalance(
                LocalDate.parse("2026-01-02"),
                "1",
                Wallet.MARGIN,
                "USDT",
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                Optional.of(d(actual)),
                "margin-account",
                Optional.empty(),
                Optional.of(d("0")),
                false,
                "",
                new Debt(d("4"), d("5.50"), Optional.of(d("5.50")), ""),
                new Debt(d("0"), d("1E-8"), Optional.of(d("1E-8")), ""),
                Optional.of(d("-7")),
                Optional.empty());
    }

    /** Nothing is there, and something is owed: the row has to be there. */
    @Test
    void dailySnapshot_showsWhatIsOwed() {
        DayReport report = new DayReport(LocalDate.parse("2026-01-02"), "final", List.of(MAIN));
        report.add(MAIN, List.of(owing("0")), List.of());
        assertThat(rows(report, "daily-snapshot.csv"))
                .containsExactly("2026-01-02,main@example.com,MARGIN,USDT,0,5.5,0.00000001,-7");
    }

    @Test
    void marginTradesHaveAFileOfTheirOwn_andConvertsAreAmongTheTrades() {
        SpotFill fill = new SpotFill("1", BTCUSDT, 7, 70, d("40"), d("2"), d("80"), d("0"), "BNB", NOON, true, true);
        List<Booking> bookings = List.of(
                fill.observe("margin-trades", Wallet.isolated("BTCUSDT"), RAW).booking(),
                fill.observe(RAW).booking(),
                new Convert("1", 9, "SUCCESS", "USDT", d("20"), "BNB", d("0.05"), Optional.of(d("0.0025")), NOON)
                        .observe(NOON, RAW, LedgerSettings.ASSUMED)
                        .bookings()
                        .getFirst(),
                new MarginInterest("1", 6, Wallet.MARGIN, "USDT", d("0.25"), NOON)
                        .observe(RAW)
                        .booking());
        DayReport report = new DayReport(LocalDate.parse("2026-01-02"), "final", List.of(MAIN));
        report.add(MAIN, List.of(), bookings);

        assertThat(new String(report.files().get("margin-trades.csv").bytes(), UTF_8).lines())
                .containsExactly(
                        "datetime,email,txn_type,txn_subtype,symbol,asset,amount,price,wallet",
                        "2026-01-02 12:00:00,main@example.com,trade,spot_buy,BTCUSDT,BTC,2,40,ISOLATED_MARGIN:BTCUSDT",
                        "2026-01-02 12:00:00,main@example.com,trade,spot_sell,BTCUSDT,USDT,-80,40,"
                                + "ISOLATED_MARGIN:BTCUSDT");
        assertThat(rows(report, "trades.csv")).hasSize(4);
        assertThat(rows(report, "trades.csv").getLast())
                .isEqualTo("2026-01-02 12:00:00,main@example.com,trade,convert_buy,USDT/BNB,BNB,0.05,0.0025");
        assertThat(rows(report, "transfers.csv")).isEmpty();
    }
}
