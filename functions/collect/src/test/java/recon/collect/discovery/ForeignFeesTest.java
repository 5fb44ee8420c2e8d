package recon.collect.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.collect.discovery.ForeignFees.Piece;
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.entry.Booking;
import recon.ledger.symbol.Contract;
import recon.storage.ledger.LedgerTable;
import recon.storage.testing.Installation;

/** Which minutes have to be priced, on the embedded stack. */
class ForeignFeesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-01T04:00:30Z");
    private static final List<Account> ACCOUNTS =
            List.of(new Account("1", "1@example.com"), new Account("2", "2@example.com"));
    private static final List<Contract> CONTRACTS = List.of(
            contract("BNBUSDT", "BNB", "USDT", "PERPETUAL"),
            contract("BNBUSDT_260327", "BNB", "USDT", "CURRENT_QUARTER"),
            contract("BNBUSDC", "BNB", "USDC", "PERPETUAL"),
            contract("BTCUSDT", "BTC", "USDT", "PERPETUAL"),
            contract("BTCUSDC", "BTC", "USDC", "PERPETUAL"));

    private final Installation installation = Installation.fresh();
    private final LedgerTable ledger = new LedgerTable(installation.clients(), installation.settings());
    private long id;

    private static Contract contract(String name, String base, String quote, String type) {
        return new Contract(name, name, type, base, quote, quote, "TRADING");
    }

    private Booking fee(String account, String symbol, String asset, String time) {
        return new FuturesIncome(
                        account, "COMMISSION", ++id, symbol, asset, new BigDecimal("-0.1"), Instant.parse(time))
                .observe(new RawRef("raw", 0))
                .booking();
    }

    private List<Piece> pieces(int most) {
        return new ForeignFees(ledger).between(ACCOUNTS, CONTRACTS, FROM, TO, most);
    }

    private static Piece piece(String contract, String first, int minutes) {
        return new Piece(contract, Instant.parse(first).toEpochMilli(), minutes);
    }

    @Test
    void feesInTheMarginAssetNeedNoPrice_andTheOthersThatOfTheirMinute() {
        ledger.book(List.of(
                fee("1", "BTCUSDT", "USDT", "2026-01-01T00:10:00Z"),
                fee("1", "BTCUSDT", "BNB", "2026-01-01T00:20:59.999Z"),
                fee("2", "BTCUSDC", "BNB", "2026-01-01T00:20:00Z"),
                fee("2", "", "BNB", "2026-01-01T00:30:00Z"),
                fee("2", "XYZUSDT", "BNB", "2026-01-01T00:40:00Z"),
                fee("2", "BTCUSDT", "BTC", "2025-12-31T23:59:59.999Z")));

        assertThat(pieces(99))
                .containsExactly(
                        piece("BNBUSDC", "2026-01-01T00:20:00Z", 1), piece("BNBUSDT", "2026-01-01T00:20:00Z", 1));
    }

    @Test
    void minutesThatAreNear_areAskedForInOnePiece() {
        ledger.book(List.of(
                fee("1", "BTCUSDT", "BNB", "2026-01-01T01:00:10Z"),
                fee("2", "BTCUSDT", "BNB", "2026-01-01T01:00:50Z"),
                fee("1", "BTCUSDT", "BNB", "2026-01-01T01:09:00Z"),
                fee("1", "BTCUSDT", "BNB", "2026-01-01T01:10:00Z"),
                fee("1", "BTCUSDT", "BTC", "2026-01-01T01:05:00Z")));

        assertThat(pieces(10))
                .containsExactly(
                        piece("BNBUSDT", "2026-01-01T01:00:00Z", 10),
                        piece("BNBUSDT", "2026-01-01T01:10:00Z", 1),
                        piece("BTCUSDT", "2026-01-01T01:05:00Z", 1));
        assertThat(pieces(1)).hasSize(4);
        assertThat(pieces(10).getFirst().last())
                .isEqualTo(Instant.parse("2026-01-01T01:09:00Z").toEpochMilli());
    }

    /** The candle of a minute that is not over changes still. */
    @Test
    void minuteThatIsNotOver_isLeftToTheNextRun() {
        ledger.book(List.of(
                fee("1", "BTCUSDT", "BNB", "2026-01-01T03:59:59Z"),
                fee("1", "BTCUSDT", "BNB", "2026-01-01T04:00:10Z")));

        assertThat(pieces(99)).containsExactly(piece("BNBUSDT", "2026-01-01T03:59:00Z", 1));
    }
}
