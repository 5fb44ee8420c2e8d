package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import recon.binance.request.HostFamily;

/**
 * Writes the price tags of requests.
 *
 * @param limits the exchange's limits and our share
 * @param egress the address our requests come from: one name for all who share it
 */
public record Charges(Limits limits, String egress) {
    public Charges {
        requireNonNull(limits, "limits is null");
        requireNonNull(egress, "egress is null");
    }

    /** {@code /api}: weight by address, and one request by address where that can bind before the weight does. */
    public List<Charge> api(int weight) {
        Charge weighed = charge("api:ip:" + egress, HostFamily.SPOT, limits.apiWeight(), weight, "x-mbx-used-weight-");
        if (limits.weightBindsFirst()) {
            return List.of(weighed);
        }
        Bucket raw = bucket("raw:ip:" + egress, HostFamily.SPOT, limits.apiRaw());
        return List.of(weighed, new Charge(raw, 1, Optional.empty()));
    }

    /** {@code /sapi}, an endpoint that counts by address. */
    public List<Charge> sapiIp(String path, int weight) {
        String key = "sapi:" + path + ":ip:" + egress;
        return List.of(charge(key, HostFamily.SAPI, limits.sapiIp(), weight, "x-sapi-used-ip-weight-"));
    }

    /** {@code /sapi}, an endpoint that counts by account. */
    public List<Charge> sapiUid(String path, int weight, String uid) {
        return sapiUid(path, weight, uid, limits.sapiUid());
    }

    /** {@code /sapi}, an endpoint that counts by account and second. */
    public List<Charge> sapiUidSecond(String path, int weight, String uid) {
        return sapiUid(path, weight, uid, limits.sapiUidSecond());
    }

    /** {@code /fapi}: weight by address. */
    public List<Charge> fapi(int weight) {
        return List.of(charge("fapi:ip:" + egress, HostFamily.FAPI, limits.fapiWeight(), weight, "x-mbx-used-weight-"));
    }

    /** Rates of funding: requests by address, in a bucket of their own that no header reports. */
    public List<Charge> fundingRates() {
        return List.of(new Charge(
                bucket("fapi:funding:ip:" + egress, HostFamily.FAPI, Limits.FUNDING_RATES), 1, Optional.empty()));
    }

    private List<Charge> sapiUid(String path, int weight, String uid, Rate rate) {
        String key = "sapi:" + path + ":uid:" + uid;
        return List.of(charge(key, HostFamily.SAPI, rate, weight, "x-sapi-used-uid-weight-"));
    }

    private Charge charge(String key, HostFamily family, Rate rate, int weight, String headerPrefix) {
        return new Charge(bucket(key, family, rate), weight, Optional.of(headerPrefix + interval(rate.window())));
    }

    private Bucket bucket(String key, HostFamily family, Rate rate) {
        return new Bucket(key, "door:" + family.host() + ":" + egress, rate.window(), limits.share(rate));
    }

    private static String interval(Duration window) {
        long seconds = window.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
