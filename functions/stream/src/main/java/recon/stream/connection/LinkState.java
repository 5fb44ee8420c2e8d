package recon.stream.connection;

/** The life of a connection, in this order; each state may end in {@link #CLOSED}. */
public enum LinkState {
    /** The handshake is under way. */
    CONNECTING,
    /** Open; not every account has its answer. Events that come are taken. */
    SUBSCRIBING,
    /** Every account has its answer. */
    LIVE,
    /** Another has taken over; what the exchange had sent before is still being read. */
    DRAINING,
    /** Gone. Nothing is read any more. */
    CLOSED
}
