package recon.local.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;
import recon.binance.budget.RateBudget;
import recon.binance.budget.Reservation;
import recon.binance.budget.Window;

/** The budget of one process that asks a few questions and ends: nobody shares it, nothing is stored. */
public final class UnsharedBudget implements RateBudget {
    private final Map<String, Used> used = new HashMap<>();
    private final Map<String, Instant> halted = new HashMap<>();

    private record Used(Window window, int weight) {}

    @Override
    public synchronized Optional<Instant> reserve(List<Charge> charges, Instant exchangeNow) {
        Optional<Instant> refused = Reservation.closedUntil(charges, exchangeNow)
                .or(() -> Reservation.gates(charges).stream()
                        .flatMap(gate -> Optional.ofNullable(halted.get(gate)).stream())
                        .filter(exchangeNow::isBefore)
                        .max(Instant::compareTo))
                .or(() -> Reservation.fullUntil(charges, exchangeNow, bucket -> used(bucket, exchangeNow)));
        if (refused.isEmpty()) {
            charges.forEach(
                    charge -> use(charge.bucket(), exchangeNow, used(charge.bucket(), exchangeNow) + charge.weight()));
        }
        return refused;
    }

    @Override
    public synchronized void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int seen) {
        Window.around(bucket, sentAt, receivedAt)
                .filter(window -> used(bucket, sentAt) < seen)
                .ifPresent(window -> use(bucket, sentAt, seen));
    }

    @Override
    public synchronized void halt(String gate, Instant until) {
        halted.merge(gate, until, (known, more) -> known.isAfter(more) ? known : more);
    }

    private int used(Bucket bucket, Instant at) {
        return Optional.ofNullable(used.get(bucket.key()))
                .filter(u -> u.window().equals(Window.at(bucket.window(), at)))
                .map(Used::weight)
                .orElse(0);
    }

    private void use(Bucket bucket, Instant at, int weight) {
        used.put(bucket.key(), new Used(Window.at(bucket.window(), at), weight));
    }
}
