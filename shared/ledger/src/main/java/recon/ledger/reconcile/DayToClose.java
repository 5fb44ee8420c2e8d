package recon.ledger.reconcile;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.entry.Booking;

/**
 * Everything that closing one UTC day of one wallet needs.
 *
 * @param date the day
 * @param accountId the account
 * @param wallet the wallet
 * @param opening what it held when the day began
 * @param bookings every booking of the account from the start of the day until the capture was received, any order
 * @param capture our own capture after the end of the day; empty when there is none
 * @param snapshot what the exchange itself wrote down at the end of the day; empty when there is none
 * @param effectDelay how much later than its stamp a movement may show in a balance
 * @param gaps the sources that could not be collected for this day, by name
 */
public record DayToClose(
        LocalDate date,
        String accountId,
        Wallet wallet,
        Opening opening,
        List<Booking> bookings,
        Optional<BalanceCapture> capture,
        Optional<BalanceSnapshot> snapshot,
        Duration effectDelay,
        List<String> gaps) {
    public DayToClose {
        requireNonNull(date, "date is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(opening, "opening is null");
        bookings = List.copyOf(bookings);
        requireNonNull(capture, "capture is null");
        requireNonNull(snapshot, "snapshot is null");
        requireNonNull(effectDelay, "effectDelay is null");
        gaps = List.copyOf(gaps);
    }

    /** The midnight that ends the day: the first instant that no longer belongs to it. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
