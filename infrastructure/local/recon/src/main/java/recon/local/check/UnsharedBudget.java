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
import recon.binance.budget.Windows;

/** The budget of one process that asks a few questions and ends: nobody shares it, nothing is stored. */
public final class UnsharedBudget implements RateBudget {
    private final Map<Counter, Integer> used = new HashMap<>();
    private final Map<String, Instant> halted = new HashMap<>();

    private record Counter(String bucket, Window window) {}

    @Override
    public synchronized Optional<Instant> reserve(List<Charge> charges, Windows windows, Instant exchangeNow) {
        Optional<Instant> refused = Reservation.closedUntil(charges, exchangeNow)
                .or(() -> Reservation.gates(charges).stream()
                        .flatMap(gate -> Optional.ofNullable(halted.get(gate)).stream())
                        .filter(exchangeNow::isBefore)
                        .max(Instant::compareTo))
                .or(() -> Reservation.fullUntil(charges, windows, exchangeNow, this::used));
        if (refused.isEmpty()) {
            forget(exchangeNow);
            for (Charge charge : charges) {
                windows.of(charge.bucket(), exchangeNow)
                        .forEach(window ->
                                used.merge(new Counter(charge.bucket().key(), window), charge.weight(), Integer::sum));
            }
        }
        return refused;
    }

    @Override
    public synchronized void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int seen) {
        Window.around(bucket, sentAt, receivedAt)
                .ifPresent(window -> used.merge(new Counter(bucket.key(), window), seen, Math::max));
    }

    @Override
    public synchronized void halt(String gate, Instant until) {
        halted.merge(gate, until, (known, more) -> known.isAfter(more) ? known : more);
    }

    private int used(Bucket bucket, Window window) {
        return used.getOrDefault(new Counter(bucket.key(), window), 0);
    }

    /** What is over for longer than a window lasts can be asked for by nobody. */
    private void forget(Instant exchangeNow) {
        used.keySet()
                .removeIf(counter ->
                        counter.window().end().plus(counter.window().length()).isBefore(exchangeNow));
    }
}
