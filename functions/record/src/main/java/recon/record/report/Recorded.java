package recon.record.report;

import java.util.Set;

/**
 * What came of a batch.
 *
 * @param comeAgain the ids of the messages that are not dealt with
 * @param fresh executions that were new
 * @param repeated executions that were known
 * @param waiting reports whose symbol is not known yet
 * @param rejected messages that can never be recorded
 * @param unknown words and fields that the exchange's documentation does not have
 */
public record Recorded(Set<String> comeAgain, int fresh, int repeated, int waiting, int rejected, Set<String> unknown) {
    public Recorded {
        comeAgain = Set.copyOf(comeAgain);
        unknown = Set.copyOf(unknown);
    }
}
