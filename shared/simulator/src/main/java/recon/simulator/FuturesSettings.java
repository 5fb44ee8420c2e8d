package recon.simulator;

/**
 * How much happens in contracts.
 *
 * @param ordersPerDay orders that each account aims at per day, as far as its wallet allows; they have a fill each on average: some several, some none
 * @param movesPositions whether positions now and then leave an account without a fill
 */
public record FuturesSettings(int ordersPerDay, boolean movesPositions) {
    private static final int MOST_ORDERS = 10_000;
    private static final int USUAL_ORDERS = 16;

    public FuturesSettings {
        if (ordersPerDay < 0 || ordersPerDay > MOST_ORDERS) {
            throw new IllegalArgumentException("ordersPerDay: 0 to " + MOST_ORDERS);
        }
    }

    /** Sixteen orders a day, and no position changes without a fill. */
    public static FuturesSettings usual() {
        return new FuturesSettings(USUAL_ORDERS, false);
    }
}
