package recon.storage.work;

/** Where a task stands. */
public enum TaskState {
    /** It waits for its time. */
    PLANNED,
    /** A message for it is on its way. */
    SENT,
    /** A worker holds its lease. */
    RUNNING,
    /** It did all there was to do. */
    DONE,
    /** It could not be done; the reason says why. */
    FAILED,
    /** It was not tried because a task that it needs was not done, or what it was to read was not there; the reason says. */
    SKIPPED;

    /** Whether it still has to end. */
    public boolean open() {
        return switch (this) {
            case PLANNED, SENT, RUNNING -> true;
            case DONE, FAILED, SKIPPED -> false;
        };
    }
}
