package recon.ledger.reconcile;

import java.util.List;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;

/**
 * A day of a wallet, closed.
 *
 * @param balances one per asset that was held or moved, by asset
 * @param ambiguous the bookings around the capture of which nobody can say whether it contains them; normally none
 */
public record ClosedDay(List<DailyBalance> balances, List<Booking> ambiguous) {
    public ClosedDay {
        balances = List.copyOf(balances);
        ambiguous = List.copyOf(ambiguous);
    }
}
