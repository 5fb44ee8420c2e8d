package recon.local.summary;

/**
 * What became of the execution reports of one account.
 *
 * @param email of the account
 * @param received reports that all capture tasks received, together: each task receives each report
 * @param queued those that they brought to the queue, together
 * @param recorded executions that were recorded, once each
 * @param duplicates reports of executions that were recorded before; dropped
 * @param healed executions that no report told, and that collect found
 */
public record Captured(String email, long received, long queued, long recorded, long duplicates, long healed) {}
