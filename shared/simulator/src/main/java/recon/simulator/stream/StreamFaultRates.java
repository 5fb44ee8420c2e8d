package recon.simulator.stream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each fault strikes by chance. The draw is a hash of seed, session and the event's number in the session, so
 * the same course meets the same faults.
 *
 * @param perTenThousand events out of 10,000 that meet the fault ({@link StreamFault#EARLY_EVENT}: subscriptions out of
 *     10,000); a fault that is absent never strikes
 */
public record StreamFaultRates(Map<StreamFault, Integer> perTenThousand) {
    static final int ALL = 10_000;

    public StreamFaultRates {
        perTenThousand = Map.copyOf(perTenThousand);
        int sum = perTenThousand.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > ALL || perTenThousand.values().stream().anyMatch(rate -> rate < 0)) {
            throw new IllegalArgumentException("rates are from 0 and their sum is at most " + ALL);
        }
    }

    /** No fault ever strikes by chance. */
    public static StreamFaultRates none() {
        return new StreamFaultRates(Map.of());
    }

    /** Every fault but the revoked key strikes equally often. */
    public static StreamFaultRates each(int rate) {
        Map<StreamFault, Integer> rates = new EnumMap<>(StreamFault.class);
        for (StreamFault fault : StreamFault.values()) {
            rates.put(fault, fault == StreamFault.REVOKE_KEY ? 0 : rate);
        }
        return new StreamFaultRates(rates);
    }

    /** The same rates with one of them replaced. */
    public StreamFaultRates with(StreamFault fault, int rate) {
        Map<StreamFault, Integer> rates = new EnumMap<>(StreamFault.class);
        rates.putAll(perTenThousand);
        rates.put(fault, rate);
        return new StreamFaultRates(rates);
    }

    /**
     * The fault of an event that a draw stands for.
     *
     * @param draw from 0 to 9,999
     */
    Optional<StreamFault> ofEvent(int draw) {
        int upTo = 0;
        for (StreamFault fault : StreamFault.values()) {
            upTo += fault == StreamFault.EARLY_EVENT ? 0 : rate(fault);
            if (draw < upTo) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    int rate(StreamFault fault) {
        return perTenThousand.getOrDefault(fault, 0);
    }
}
