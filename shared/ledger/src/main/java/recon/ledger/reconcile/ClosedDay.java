package recon.ledger.reconcile;

import java.util.List;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.valuation.DayPrices;

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

    /** The same day with its balances valued by the prices of its end. */
    public ClosedDay valued(DayPrices prices) {
        return new ClosedDay(
                balances.stream()
                        .map(balance -> balance.valuedAt(prices.usd(balance.asset())))
                        .toList(),
                ambiguous);
    }
}
