package recon.collect.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What this function answers.
 *
 * @param runId the run that was planned
 * @param swept how many things a sweep found due
 * @param batchItemFailures the messages of a batch that come again
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CollectAnswer(Optional<String> runId, Optional<Integer> swept, Optional<List<ItemFailure>> batchItemFailures) {
    /**
     * A message that comes again.
     *
     * @param itemIdentifier the queue's id of it
     */
    record ItemFailure(String itemIdentifier) {}

    static CollectAnswer planned(String runId) {
        return new CollectAnswer(Optional.of(runId), Optional.empty(), Optional.empty());
    }

    static CollectAnswer swept(int count) {
        return new CollectAnswer(Optional.empty(), Optional.of(count), Optional.empty());
    }

    static CollectAnswer failed(List<String> messageIds) {
        return new CollectAnswer(
                Optional.empty(),
                Optional.empty(),
                Optional.of(messageIds.stream().map(ItemFailure::new).toList()));
    }
}
