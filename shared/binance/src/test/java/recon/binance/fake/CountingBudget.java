package recon.binance.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;
import recon.binance.budget.RateBudget;
import recon.binance.budget.Reservation;
import recon.binance.budget.Window;
import recon.binance.budget.Windows;

/** Keeps the counters in a map. */
public final class CountingBudget implements RateBudget {
    private final Map<String, Integer> used = new HashMap<>();
    public final Map<String, Instant> halts = new HashMap<>();
    public final List<String> observations = new ArrayList<>();
    public Runnable beforeGrant = () -> {};

    @Override
    public Optional<Instant> reserve(List<Charge> charges, Windows windows, Instant exchangeNow) {
        Optional<Instant> refused = Stream.of(
                        halted(charges, exchangeNow),
                        Reservation.closedUntil(charges, exchangeNow),
                        Reservation.fullUntil(
                                charges, windows, exchangeNow, (bucket, window) -> used(bucket, window.start())))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        if (refused.isEmpty()) {
            for (Charge charge : charges) {
                windows.of(charge.bucket(), exchangeNow)
                        .forEach(window -> add(charge.bucket(), window.start(), charge.weight()));
            }
            beforeGrant.run();
        }
        return refused;
    }

    public void add(Bucket bucket, Instant at, int weight) {
        used.merge(key(bucket, at), weight, Integer::sum);
    }

    public int used(Bucket bucket, Instant at) {
        return used.getOrDefault(key(bucket, at), 0);
    }

    @Override
    public void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int amount) {
        observations.add(bucket.key() + "=" + amount);
        if (Window.around(bucket, sentAt, receivedAt).isPresent()) {
            used.merge(key(bucket, sentAt), amount, Math::max);
        }
    }

    @Override
    public void halt(String gate, Instant until) {
        halts.put(gate, until);
    }

    private Optional<Instant> halted(List<Charge> charges, Instant now) {
        return Reservation.gates(charges).stream()
                .flatMap(gate -> Optional.ofNullable(halts.get(gate)).stream())
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    private static String key(Bucket bucket, Instant at) {
        return bucket.key() + "@" + Window.at(bucket.window(), at).start();
    }
}
