package recon.simulator.event;

/** Where an order stands; field {@code X}. */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED,
    EXPIRED_IN_MATCH;

    /** Whether nothing will happen to the order any more. */
    public boolean ended() {
        return this != NEW && this != PARTIALLY_FILLED;
    }
}
