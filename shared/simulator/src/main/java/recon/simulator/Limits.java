package recon.simulator;

/**
 * The rate limits the exchange enforces, in request weight (raw requests: in requests).
 *
 * @param requestWeightPerMinute all of {@code /api/v3} together, per IP and clock minute
 * @param rawRequestsPerFiveMinutes all requests, per IP and five clock minutes
 * @param sapiIpWeightPerMinute each IP-weighted {@code /sapi} endpoint by itself, per IP and clock minute
 * @param sapiUidWeightPerMinute each UID-weighted {@code /sapi} endpoint by itself, per account and clock minute
 * @param sapiUidWeightPerSecond the UID-weighted endpoints that are counted per second (withdraw history, 18,000 a
 *     call), per account and clock second
 * @param fapiWeightPerMinute all of {@code /fapi} together, per IP and clock minute
 */
public record Limits(
        int requestWeightPerMinute,
        int rawRequestsPerFiveMinutes,
        int sapiIpWeightPerMinute,
        int sapiUidWeightPerMinute,
        int sapiUidWeightPerSecond,
        int fapiWeightPerMinute) {
    private static final int REAL_FAPI = 2_400;

    public Limits {
        if (requestWeightPerMinute < 1
                || rawRequestsPerFiveMinutes < 1
                || sapiIpWeightPerMinute < 1
                || sapiUidWeightPerMinute < 1
                || sapiUidWeightPerSecond < 1
                || fapiWeightPerMinute < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }

    /** The real limit for {@code /fapi}. */
    public Limits(
            int requestWeightPerMinute,
            int rawRequestsPerFiveMinutes,
            int sapiIpWeightPerMinute,
            int sapiUidWeightPerMinute,
            int sapiUidWeightPerSecond) {
        this(
                requestWeightPerMinute,
                rawRequestsPerFiveMinutes,
                sapiIpWeightPerMinute,
                sapiUidWeightPerMinute,
                sapiUidWeightPerSecond,
                REAL_FAPI);
    }

    /** The limits of the real exchange. */
    public static Limits real() {
        return new Limits(6_000, 300_000, 12_000, 180_000, 180_000);
    }
}
