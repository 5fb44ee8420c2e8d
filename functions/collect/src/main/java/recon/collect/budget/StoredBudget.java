package recon.collect.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;
import recon.binance.budget.RateBudget;
import recon.binance.budget.Reservation;
import recon.binance.budget.Window;
import recon.binance.budget.Windows;
import recon.storage.budget.Addition;
import recon.storage.budget.WindowCounters;

/**
 * Keeps the budgets in the store, so that every worker of every function behind one address shares them. Each request
 * costs one conditional write; what need not be asked again is remembered here for a moment.
 */
public final class StoredBudget implements RateBudget {
    /** How long a look at the halts is believed. Our own halts are known at once. */
    private static final Duration HALTS_BELIEVED = Duration.ofMillis(500);

    private final WindowCounters counters;
    /** What this worker has added to the present window of each bucket: the stored counter is never less. */
    private final Map<String, Added> added = new ConcurrentHashMap<>();

    private final Map<Set<String>, Instant> lookedAt = new ConcurrentHashMap<>();

    public StoredBudget(WindowCounters counters) {
        this.counters = requireNonNull(counters, "counters is null");
    }

    @Override
    public Optional<Instant> reserve(List<Charge> charges, Windows windows, Instant exchangeNow) {
        Optional<Instant> refused =
                Reservation.closedUntil(charges, exchangeNow).or(() -> halted(charges, exchangeNow));
        if (refused.isPresent()) {
            return refused;
        }
        Optional<Instant> full = counters.tryAdd(charges.stream()
                .flatMap(charge -> windows.of(charge.bucket(), exchangeNow).stream()
                        .map(window -> Map.entry(charge.bucket().key(), addition(charge, window))))
                .toList());
        if (full.isEmpty()) {
            charges.forEach(charge -> remember(charge, exchangeNow));
        }
        return full.map(end -> Reservation.askAgain(charges, end, exchangeNow));
    }

    private static Addition addition(Charge charge, Window window) {
        return new Addition(
                window.start(),
                window.length(),
                charge.weight(),
                charge.bucket().limit());
    }

    private void remember(Charge charge, Instant exchangeNow) {
        Bucket bucket = charge.bucket();
        added.merge(
                bucket.key(), new Added(Window.at(bucket.window(), exchangeNow).start(), charge.weight()), Added::and);
    }

    @Override
    public void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int used) {
        Window.around(bucket, sentAt, receivedAt)
                .filter(window -> !Added.covers(added.get(bucket.key()), window.start(), used))
                .ifPresent(window -> counters.raise(bucket.key(), window.start(), used));
    }

    @Override
    public void halt(String gate, Instant until) {
        counters.halt(gate, until);
        lookedAt.keySet().removeIf(gates -> gates.contains(gate));
    }

    private Optional<Instant> halted(List<Charge> charges, Instant now) {
        Set<String> gates = Reservation.gates(charges);
        Instant last = lookedAt.get(gates);
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(HALTS_BELIEVED))) {
            return Optional.empty();
        }
        Optional<Instant> until = counters.halted(gates, now);
        if (until.isEmpty()) {
            lookedAt.put(gates, now);
        }
        return until;
    }
}
