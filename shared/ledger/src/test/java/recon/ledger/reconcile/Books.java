package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;

/** Short words for the days that the tests close. */
final class Books {
    static final LocalDate DAY = LocalDate.parse("2026-01-02");
    static final RawRef RAW = new RawRef("raw/test", 0);

    private Books() {}

    static Booking moved(String id, String time, String asset, String amount) {
        return new Booking(
                "1",
                "deposits",
                id,
                "credit",
                Instant.parse(time),
                false,
                Optional.empty(),
                RAW,
                List.of(TransferLeg.moved(
                        "deposit", Wallet.SPOT, asset, new BigDecimal(amount), TransferDetails.NONE)));
    }

    static BalanceCapture capture(String sent, String received, Optional<String> updated, AssetBalance... balances) {
        return new BalanceCapture(
                "1",
                Wallet.SPOT,
                "spot-account",
                Instant.parse(sent),
                Instant.parse(received),
                updated.map(Instant::parse),
                RAW,
                List.of(balances));
    }

    static AssetBalance holds(String asset, String free, String locked) {
        return new AssetBalance(asset, new BigDecimal(free), new BigDecimal(locked));
    }

    static DayToClose day(
            Map<String, BigDecimal> start, Optional<BalanceCapture> capture, Duration delay, Booking... bookings) {
        return new DayToClose(
                DAY,
                "1",
                Wallet.SPOT,
                new Opening.Known(start, false),
                List.of(bookings),
                capture,
                Optional.empty(),
                delay,
                List.of());
    }

    /** The same day with the exchange's own snapshot beside whatever else is known of it. */
    static DayToClose witnessed(DayToClose day, AssetBalance... balances) {
        BalanceSnapshot snapshot =
                new BalanceSnapshot("1", Wallet.SPOT, Instant.parse("2026-01-02T23:59:59Z"), RAW, List.of(balances));
        return new DayToClose(
                day.date(),
                day.accountId(),
                day.wallet(),
                day.opening(),
                day.bookings(),
                day.capture(),
                Optional.of(snapshot),
                day.effectDelay(),
                day.gaps());
    }

    static DailyBalance assetOf(ClosedDay day, String asset) {
        return day.balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> assets(ClosedDay day) {
        return day.balances().stream().map(DailyBalance::asset);
    }
}
