package recon.simulator.futures;

/** What is special about a position's life. */
public enum PositionFlag {
    /** The exchange closed it, or a part of it, because its margin was used up. */
    LIQUIDATED,
    /** The exchange closed it, or a part of it, against somebody's liquidation. */
    DELEVERAGED,
    /** The exchange closed it because the contract is no more. */
    SETTLED,
    /** It begins with the rest of a fill that closed the one before. */
    OPENED_BY_FLIP,
    /** It ends with the first part of a fill that opened the next one. */
    CLOSED_BY_FLIP,
    /** It was opened more than three months before the first day; only the downloads still have that fill. */
    INHERITED,
    /** It was charged funding stamped up to a minute before it was opened. */
    FUNDED_LATE,
    /** Its quantity changed without a fill. */
    MOVED
}
