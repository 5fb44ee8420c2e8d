package recon.simulator.event;

/** What an execution report tells; field {@code x}. */
public enum Execution {
    /** The order was taken. */
    NEW,
    /** The customer cancelled it. */
    CANCELED,
    /** Its quantity was lowered. */
    REPLACED,
    /** It was not taken. */
    REJECTED,
    /** A part of it, or all, was filled. */
    TRADE,
    /** The exchange ended it. */
    EXPIRED,
    /** It would have traded with an order of the same group and did not. */
    TRADE_PREVENTION
}
