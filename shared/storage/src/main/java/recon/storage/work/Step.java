package recon.storage.work;

/**
 * One page of work. It may be cut at any point and done again from the same cursor, so it must not matter whether its
 * effects are written once or twice.
 */
public interface Step {
    /** Does the next page of the task. What it throws counts as an error, and the task is tried again later. */
    StepOutcome next(Task task, Run run);
}
