package recon.simulator.limits;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import recon.simulator.Limits;

/**
 * What was used of every bucket. A function of the requests seen: fed with the same requests again, it stands where it
 * stood. Windows are kept for good, as they are the evidence; there is one per bucket and clock window in use.
 */
public final class Budgets {
    private static final int CONNECTING = 2;

    private final Limits limits;
    private final Bans bans = new Bans();
    private final Bans futuresBans = new Bans();
    private final Map<String, NavigableMap<Long, Integer>> windows = new HashMap<>();
    private long requests;

    /** Nothing used yet. */
    public Budgets(Limits limits) {
        this.limits = limits;
    }

    /**
     * Counts a request and judges it.
     *
     * @param ms the exchange's clock, epoch ms
     * @param bucket what it draws on; a request that nobody could place draws on the raw count alone
     * @param weight what it costs
     */
    public synchronized Verdict admit(long ms, Optional<Bucket> bucket, int weight) {
        requests++;
        Bucket own = bucket.orElse(Bucket.RAW);
        if (own.futures()) {
            return admitToFutures(ms, own, weight);
        }
        if (bans.active(ms)) {
            return banned(bans, ms);
        }
        int raw = use(Bucket.RAW, ms, 1);
        int used = bucket.isPresent() ? use(own, ms, weight) : raw;
        if (raw > Bucket.RAW.limit(limits)) {
            return tooMany(Bucket.RAW, ms, used);
        }
        return used > own.limit(limits) ? tooMany(own, ms, used) : new Verdict.Admitted(used);
    }

    /** The futures host counts no raw requests. */
    private Verdict admitToFutures(long ms, Bucket own, int weight) {
        if (futuresBans.active(ms)) {
            return banned(futuresBans, ms);
        }
        int used = use(own, ms, weight);
        return used > own.limit(limits) ? tooMany(own, ms, used) : new Verdict.Admitted(used);
    }

    /** Counts an attempt to connect to the WebSocket API, and its weight, and judges it. */
    public synchronized Verdict connect(long ms) {
        requests++;
        if (bans.active(ms)) {
            return banned(bans, ms);
        }
        int attempts = use(Bucket.CONNECTIONS, ms, 1);
        int used = use(Bucket.api(), ms, CONNECTING);
        if (attempts > Bucket.CONNECTIONS.limit(limits)) {
            return tooMany(Bucket.CONNECTIONS, ms, used);
        }
        return used > Bucket.api().limit(limits) ? tooMany(Bucket.api(), ms, used) : new Verdict.Admitted(used);
    }

    /** What is enforced. */
    public Limits limits() {
        return limits;
    }

    /** Starts a ban at once, on all hosts but that of the futures. */
    public synchronized Verdict.Banned ban(long ms) {
        return ban(ms, false);
    }

    /**
     * Starts a ban at once.
     *
     * @param futures true: on the futures host; false: on all others
     */
    public synchronized Verdict.Banned ban(long ms, boolean futures) {
        requests++;
        Bans own = futures ? futuresBans : bans;
        own.start(ms);
        return banned(own, ms);
    }

    /**
     * Whether the IP is banned at this instant of the exchange's clock.
     *
     * @param futures true: on the futures host; false: on all others
     */
    public synchronized boolean banned(Instant at, boolean futures) {
        return (futures ? futuresBans : bans).active(at.toEpochMilli());
    }

    /** Weight used by start of the window. */
    public synchronized SortedMap<Instant, Integer> used(String bucket) {
        SortedMap<Instant, Integer> used = new TreeMap<>();
        windows.getOrDefault(bucket, new TreeMap<>())
                .forEach((start, weight) -> used.put(Instant.ofEpochMilli(start), weight));
        return used;
    }

    /** Names of the buckets in use, sorted. */
    public synchronized Set<String> buckets() {
        return new TreeSet<>(windows.keySet());
    }

    /** The most that one window of the bucket allows. */
    public int limit(String bucket) {
        return Bucket.named(bucket).limit(limits);
    }

    /** Requests seen. */
    public synchronized long requests() {
        return requests;
    }

    private int use(Bucket bucket, long ms, int weight) {
        return windows.computeIfAbsent(bucket.name(), _ -> new TreeMap<>())
                .merge(bucket.windowStart(ms), weight, Integer::sum);
    }

    private Verdict tooMany(Bucket broken, long ms, int used) {
        Bans own = broken.futures() ? futuresBans : bans;
        own.strike(ms);
        return own.active(ms)
                ? banned(own, ms)
                : new Verdict.TooMany(used, seconds(broken.windowStart(ms) + broken.windowMs() - ms));
    }

    private static Verdict.Banned banned(Bans bans, long ms) {
        return new Verdict.Banned(bans.until(), seconds(bans.until() - ms));
    }

    private static long seconds(long ms) {
        return Math.max(1, Math.ceilDiv(ms, 1_000L));
    }
}
