package recon.simulator;

import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import recon.simulator.limits.Budgets;

/**
 * What the requests have cost, per bucket and clock window of the exchange's clock; every run on the same state folder
 * is included. Requests that a limit turned away are counted, requests during a ban are not.
 *
 * <p>Buckets: {@code api:ip}; {@code fapi:ip}; {@code fapi:funding:ip}; {@code sapi:<path>:ip}; {@code
 * sapi:<path>:uid:<uid>}; {@code raw:ip}; {@code ws:connections:ip}.
 */
public final class Counters {
    private final Budgets budgets;

    Counters(Budgets budgets) {
        this.budgets = budgets;
    }

    /**
     * Weight used, by start of the window. A window is a clock minute, except that {@code raw:ip} and
     * {@code fapi:funding:ip} count requests per five minutes, {@code ws:connections:ip} attempts to connect per five
     * minutes, and withdraw history weight per second.
     */
    public SortedMap<Instant, Integer> minutes(String bucket) {
        return budgets.used(bucket);
    }

    /** The buckets that any request has used. */
    public Set<String> buckets() {
        return budgets.buckets();
    }

    /** The most that one window of the bucket allows. */
    public int limit(String bucket) {
        return budgets.limit(bucket);
    }

    /** Requests that ever arrived, whatever the answer. */
    public long requests() {
        return budgets.requests();
    }
}
