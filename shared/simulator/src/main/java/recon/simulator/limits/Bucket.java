package recon.simulator.limits;

import recon.simulator.Limits;

/**
 * A budget that requests draw on.
 *
 * @param name as {@link recon.simulator.Counters} names it
 * @param windowMs length of its clock window in milliseconds
 * @param header response header that tells what is used of it; empty where none does
 */
public record Bucket(String name, long windowMs, String header) {
    static final Bucket RAW = new Bucket("raw:ip", 300_000, "");
    static final Bucket CONNECTIONS = new Bucket("ws:connections:ip", 300_000, "");
    private static final int CONNECTIONS_LIMIT = 300;
    private static final String API = "api:ip";
    private static final String FAPI = "fapi:ip";
    private static final String FUNDING = "fapi:funding:ip";
    private static final int FUNDING_LIMIT = 500;
    private static final long FIVE_MINUTES_MS = 300_000;
    private static final String UID = ":uid:";
    private static final String COUNTED_PER_SECOND = "/sapi/v1/capital/withdraw/history";
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60_000;

    /** The pool of all {@code /api} endpoints. */
    public static Bucket api() {
        return named(API);
    }

    /** The pool of all {@code /fapi} endpoints. */
    public static Bucket fapi() {
        return named(FAPI);
    }

    /** What funding rates are asked from: requests, apart from the pool. */
    public static Bucket funding() {
        return named(FUNDING);
    }

    /** Attempts to connect to the WebSocket API. */
    public static Bucket connections() {
        return CONNECTIONS;
    }

    /** The budget that a {@code /sapi} endpoint has per IP. */
    public static Bucket sapiIp(String path) {
        return named("sapi:" + path + ":ip");
    }

    /** The budget that a {@code /sapi} endpoint has per account. */
    public static Bucket sapiUid(String path, String uid) {
        return named("sapi:" + path + UID + uid);
    }

    /** The bucket of a name. */
    public static Bucket named(String name) {
        if (name.equals(RAW.name)) {
            return RAW;
        }
        if (name.equals(CONNECTIONS.name)) {
            return CONNECTIONS;
        }
        if (name.equals(API) || name.equals(FAPI)) {
            return new Bucket(name, MINUTE_MS, "X-MBX-USED-WEIGHT-1M");
        }
        if (name.equals(FUNDING)) {
            return new Bucket(name, FIVE_MINUTES_MS, "");
        }
        if (!name.contains(UID)) {
            return new Bucket(name, MINUTE_MS, "X-SAPI-USED-IP-WEIGHT-1M");
        }
        return name.contains(COUNTED_PER_SECOND)
                ? new Bucket(name, SECOND_MS, "X-SAPI-USED-UID-WEIGHT-1S")
                : new Bucket(name, MINUTE_MS, "X-SAPI-USED-UID-WEIGHT-1M");
    }

    int limit(Limits limits) {
        if (name.equals(RAW.name)) {
            return limits.rawRequestsPerFiveMinutes();
        }
        if (name.equals(CONNECTIONS.name)) {
            return CONNECTIONS_LIMIT;
        }
        if (name.equals(API)) {
            return limits.requestWeightPerMinute();
        }
        if (name.equals(FAPI)) {
            return limits.fapiWeightPerMinute();
        }
        if (name.equals(FUNDING)) {
            return FUNDING_LIMIT;
        }
        if (!name.contains(UID)) {
            return limits.sapiIpWeightPerMinute();
        }
        return windowMs == SECOND_MS ? limits.sapiUidWeightPerSecond() : limits.sapiUidWeightPerMinute();
    }

    /** Whether it belongs to the futures host, where nothing counts that was asked of the other, and no ban of it. */
    boolean futures() {
        return name.equals(FAPI) || name.equals(FUNDING);
    }

    long windowStart(long ms) {
        return Math.floorDiv(ms, windowMs) * windowMs;
    }
}
