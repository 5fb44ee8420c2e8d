package recon.simulator.futures;

/** Which of the positions of a contract is meant. */
public enum PositionSide {
    /** The only one there is in one-way mode. */
    BOTH,
    /** That of hedge mode that is never below zero. */
    LONG,
    /** That of hedge mode that is never above zero. */
    SHORT
}
