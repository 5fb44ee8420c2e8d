package recon.storage.work;

/** Where a run stands. */
public enum RunState {
    /** Its tasks are being written; none is worked on yet. */
    PLANNING,
    /** Its tasks are worked on. */
    OPEN,
    /** Every task has ended, and its event is in the outbox. */
    COMPLETED
}
