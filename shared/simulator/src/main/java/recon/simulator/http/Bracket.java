package recon.simulator.http;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much leverage a position of a size may have. The same for all contracts.
 *
 * @param number from 1
 * @param leverage the most
 * @param floor from how many dollars on
 * @param cap up to how many
 * @param maintenance share of the position that must be there as margin
 * @param cum dollars that make the next bracket begin where this one ends
 */
record Bracket(int number, int leverage, long floor, long cap, BigDecimal maintenance, BigDecimal cum) {
    static final List<Bracket> ALL = List.of(
            new Bracket(1, 20, 0, 50_000, new BigDecimal("0.004"), BigDecimal.ZERO),
            new Bracket(2, 10, 50_000, 500_000, new BigDecimal("0.01"), new BigDecimal("300")),
            new Bracket(3, 5, 500_000, 2_000_000, new BigDecimal("0.025"), new BigDecimal("7800")),
            new Bracket(4, 1, 2_000_000, 10_000_000, new BigDecimal("0.05"), new BigDecimal("57800")));

    /** Dollars that a position of so much leverage may have at most. */
    static String largest(int leverage) {
        return Long.toString(ALL.stream()
                .filter(bracket -> bracket.leverage >= leverage)
                .mapToLong(Bracket::cap)
                .max()
                .orElse(0));
    }
}
