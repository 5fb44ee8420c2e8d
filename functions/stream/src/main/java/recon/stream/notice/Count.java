package recon.stream.notice;

/** What is counted. Every frame and every report is in one of these. */
public enum Count {
    /** Text frames that were read. */
    FRAMES,
    /** Execution reports that were received. */
    RECEIVED,
    /** Events of other types, each with a line in the log. */
    OTHER_EVENTS,
    /** Answers to what we asked. */
    ANSWERS,
    /** Frames that are no JSON, binary, or of a kind nobody asked for; kept as they are. */
    UNREADABLE,
    /** Events of a subscription nobody knows; kept as they are. */
    UNKNOWN_SUBSCRIPTION,
    /** Events that came before the answer to the subscription, and were held until it came. */
    EARLY,
    /** Messages that a key is not valid (any more), outside the answer to a request. */
    UNAUTHORIZED,
    /** Frames that came after we had closed, or while nothing could be kept: no watermark covers them. */
    UNHEARD,
    /** Frames that nobody can use and that could not be kept either. */
    REJECTS_LOST,
    /** Reports that are in the queue. */
    QUEUED,
    /** Reports that had to be sent again. */
    RESENT,
    /** Reports that went to disk because the queue is away. */
    SPOOLED,
    /** Reports that came back from disk to be queued. */
    UNSPOOLED,
    /** Reports that could be neither queued nor kept when the task ended: no watermark covers them. */
    LEFT_BEHIND,
    /** Reports that are in the bridge's queue. */
    BRIDGED,
    /** Reports that the bridge's queue did not take for so long that they were given up; the books have them. */
    BRIDGE_SHED,
    /** Attempts to connect. */
    CONNECTS,
    /** Connections that were to replace another. */
    RECONNECTS,
    /** Connections that ended without our asking. */
    BROKEN,
    /** Subscriptions that the exchange refused. */
    REFUSED,
    /** Watermarks that could not be written; the next attempt covers them. */
    WATERMARKS_FAILED
}
