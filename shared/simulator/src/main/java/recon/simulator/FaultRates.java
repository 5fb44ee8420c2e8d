package recon.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each fault strikes by chance. The draw is a hash of seed and request number, so the same requests meet the
 * same faults.
 *
 * @param perTenThousand requests out of 10,000 that meet the fault; a fault that is absent never strikes
 */
public record FaultRates(Map<Fault, Integer> perTenThousand) {
    private static final int ALL = 10_000;

    public FaultRates {
        perTenThousand = Map.copyOf(perTenThousand);
        int sum = perTenThousand.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > ALL || perTenThousand.values().stream().anyMatch(rate -> rate < 0)) {
            throw new IllegalArgumentException("rates are from 0 and their sum is at most " + ALL);
        }
    }

    /** No fault ever strikes by chance. */
    public static FaultRates none() {
        return new FaultRates(Map.of());
    }

    /** The same rates with one of them replaced. */
    public FaultRates with(Fault fault, int rate) {
        Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
        rates.putAll(perTenThousand);
        rates.put(fault, rate);
        return new FaultRates(rates);
    }

    /**
     * The fault that a draw stands for.
     *
     * @param draw from 0 to 9,999
     */
    Optional<Fault> at(int draw) {
        int upTo = 0;
        for (Fault fault : Fault.values()) {
            upTo += perTenThousand.getOrDefault(fault, 0);
            if (draw < upTo) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
