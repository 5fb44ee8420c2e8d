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
 */
public record Limits(
        int requestWeightPerMinute,
        int rawRequestsPerFiveMinutes,
        int sapiIpWeightPerMinute,
        int sapiUidWeightPerMinute,
        int sapiUidWeightPerSecond) {
    public Limits {
        if (requestWeightPerMinute < 1
                || rawRequestsPerFiveMinutes < 1
                || sapiIpWeightPerMinute < 1
                || sapiUidWeightPerMinute < 1
                || sapiUidWeightPerSecond < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }

    /** The limits of the real exchange. */
    public static Limits real() {
        return new Limits(6_000, 300_000, 12_000, 180_000, 180_000);
    }
}
