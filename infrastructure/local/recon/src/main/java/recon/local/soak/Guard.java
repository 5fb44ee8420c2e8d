package recon.local.soak;

/** What keeps reports from being lost or doubled. A test switches each off, and the suite has to notice. */
public enum Guard {
    /** An execution is recorded once, however often it comes. */
    DEDUPLICATION,
    /** Two tasks listen. */
    SECOND_TASK,
    /** A connection is left only once its successor listens. */
    OVERLAP,
    /** A connection that replaces another subscribes every account anew. */
    RESUBSCRIPTION,
    /** A watermark claims what the queue has acknowledged, and nothing that was not heard. */
    WATERMARK,
    /** What came through no stream is taken from the exchange's REST interface, or named. */
    HEALING
}
