package recon.collect.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
    public Optional<Instant> reserve(List<Charge> charges, Instant exchangeNow) {
        Optional<Instant> refused =
                Reservation.closedUntil(charges, exchangeNow).or(() -> halted(charges, exchangeNow));
        if (refused.isPresent()) {
            return refused;
        }
        Map<String, Addition> additions = new LinkedHashMap<>();
        for (Charge charge : charges) {
            Bucket bucket = charge.bucket();
            Instant start = Window.at(bucket.window(), exchangeNow).start();
            additions.put(bucket.key(), new Addition(start, bucket.window(), charge.weight(), bucket.limit()));
        }
        Optional<Instant> full = counters.tryAdd(additions);
        if (full.isEmpty()) {
            additions.forEach((key, addition) ->
                    added.merge(key, new Added(addition.windowStart(), addition.amount()), Added::and));
        }
        return full;
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
