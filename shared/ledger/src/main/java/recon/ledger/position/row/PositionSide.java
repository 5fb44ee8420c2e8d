package recon.ledger.position.row;

/** The side of a fill or position (source: {@code positionSide}). */
public enum PositionSide {
    /** One-way mode: one position a contract, long or short. */
    BOTH,
    /** Hedge mode, the long position. */
    LONG,
    /** Hedge mode, the short position. */
    SHORT;

    /** The mode of an account whose row says this. */
    public PositionMode mode() {
        return this == BOTH ? PositionMode.ONE_WAY : PositionMode.HEDGE;
    }
}
