package recon.simulator.stream;

/**
 * A way in which the stream misbehaves. All but {@link #EARLY_EVENT} strike when an event is about to be sent to one
 * subscription of one session; other sessions with the same account are not concerned.
 */
public enum StreamFault {
    /** The event is not sent, and nobody says so. */
    DROP,
    /** The event is sent twice. */
    DUPLICATE,
    /** The event is sent up to 20 seconds late; others overtake it. */
    DELAY,
    /** The event is sent after the next one of the session, or a second late where none follows by then. */
    REORDER,
    /** The event carries a field nobody knows and an enum value nobody knows. */
    UNKNOWN_VALUES,
    /** An event of a type nobody knows goes before. */
    UNKNOWN_EVENT,
    /** A text frame goes before that is not JSON. */
    NOT_JSON,
    /** A binary frame goes before. */
    BINARY,
    /** A text frame of two megabytes goes before: an event of a type nobody knows. */
    HUGE,
    /** The same event goes before under a subscription id that was never given. */
    UNKNOWN_SUBSCRIPTION,
    /** {@code serverShutdown} goes before; nothing comes of it. */
    SHUTDOWN,
    /** {@code serverShutdown} goes before; within a minute the connection is closed. */
    SHUTDOWN_AND_CLOSE,
    /** The event is not sent: the connection is closed with a close frame, as after 24 hours. */
    CLOSE,
    /** The event is not sent: the connection is gone without a close frame. */
    CUT,
    /** The event is not sent, nor is anything else ever: no ping, no pong, no answer, no close. */
    HALF_OPEN,
    /** The event is not sent: the subscription ends with {@code eventStreamTerminated}, the connection stays. */
    TERMINATE,
    /** The event is not sent: the key of the subscription is revoked for good, see {@link StreamHub#revoke}. */
    REVOKE_KEY,
    /** The account's last event, though it was before, is sent under the new id ahead of the answer that gives it. */
    EARLY_EVENT
}
