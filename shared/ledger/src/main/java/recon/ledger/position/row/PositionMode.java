package recon.ledger.position.row;

/** How many positions an account may hold in one contract (source: {@code GET /fapi/v1/positionSide/dual}). */
public enum PositionMode {
    /** One, long or short; {@code dualSidePosition} is false. */
    ONE_WAY,
    /** A long one and a short one at once; {@code dualSidePosition} is true. */
    HEDGE
}
