package recon.storage.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.position.Direction;
import recon.ledger.position.LifecycleFlag;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.EntryIssue;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.LeverageSource;
import recon.ledger.position.entry.TradeFacts;
import recon.ledger.position.entry.TradeResult;
import recon.ledger.position.row.PositionSide;
import recon.storage.position.SyncedTrade;

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

    /**
     * A trade that a sync came to.
     *
     * @param first its first fill
     * @param last its last fill
     * @param pnl what was realized
     */
    public static SyncedTrade trade(String account, long first, long last, String pnl, boolean needsResync) {
        return new SyncedTrade(
                new AnnotationKey(account, "BTCUSDT", PositionSide.BOTH, first),
                new TradeFacts(
                        account + "_BTCUSDT_BOTH_" + first + "_" + last,
                        11,
                        "BTCUSDT",
                        Direction.SHORT,
                        Optional.of(d("97345.123456789012345678")),
                        Optional.of(d("97000")),
                        d("0.010"),
                        Optional.of(d(pnl)),
                        Optional.of(d("0.5")),
                        "USDT",
                        Map.of("BNB", d("0.0007"), "USDT", d("0.1")),
                        Optional.of(d("-0.03")),
                        Optional.of(BigDecimal.ZERO),
                        Optional.of(d("0.53")),
                        Optional.of(d(pnl).subtract(d("0.53"))),
                        Optional.of(at("2026-01-05T00:00:00Z")),
                        Optional.of(at("2026-01-06T00:00:00Z")),
                        new LeverageSetting(Optional.of(20), Optional.of("CROSSED"), LeverageSource.SYMBOL_CONFIG),
                        true,
                        "LIMIT",
                        "",
                        Optional.of(TradeResult.WIN),
                        Optional.of(d("99000")),
                        Optional.empty(),
                        Set.of(LifecycleFlag.ADL, LifecycleFlag.FUNDING_NEARBY)),
                List.of(new EntryIssue(EntryIssue.Kind.FUNDING_NEARBY, "within 60 seconds of it")),
                needsResync);
    }
}
