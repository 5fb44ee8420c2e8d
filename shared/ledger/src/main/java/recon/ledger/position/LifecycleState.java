package recon.ledger.position;

/** Where a position is on its way. */
public enum LifecycleState {
    /** Orders wait, and nothing is filled. */
    PENDING,
    /** Something is held, and nothing was given back. */
    OPEN,
    /** Something was given back, and something is held. */
    PARTIALLY_CLOSED,
    /** Nothing is held any more. */
    CLOSED
}
