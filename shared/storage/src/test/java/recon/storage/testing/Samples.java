package recon.storage.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;

/** Small pieces of books. */
public final class Samples {
    public static final RawRef RAW = new RawRef("raw/source=spot-trades/account=7/date=2026-01-05/x.json.gz", 3);

    private Samples() {}

    public static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    public static Instant at(String text) {
        return Instant.parse(text);
    }

    /** A purchase of 2 BTC for 10 USDT. */
    public static Booking fill(String account, String id, Instant time) {
        return new Booking(
                account,
                "spot-trades",
                id,
                "fill",
                time,
                false,
                Optional.empty(),
                RAW,
                List.of(
                        new TradeLeg("spot_buy", Wallet.SPOT, "BTCUSDT", "BTC", d("2"), Optional.of(d("5"))),
                        new TradeLeg("spot_buy", Wallet.SPOT, "BTCUSDT", "USDT", d("-10"), Optional.of(d("5"))),
                        new TradeLeg("taker_fee", Wallet.SPOT, "BTCUSDT", "BNB", d("-0.001"), Optional.empty())));
    }

    /** A withdrawal of 3 BTC at that time. */
    public static Booking withdrawal(String account, String id, Instant time) {
        return new Booking(
                account,
                "withdrawals",
                id,
                "debit",
                time,
                false,
                Optional.empty(),
                RAW,
                List.of(TransferLeg.moved(
                        "withdrawal", Wallet.SPOT, "BTC", d("-3"), new TransferDetails("bc1qxyz", "BTC", "0xabc"))));
    }
}
