package recon.collect.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import recon.storage.batch.BatchAnswer;
import recon.storage.batch.BatchAnswer.ItemFailure;

/**
 * What this function answers.
 *
 * @param runId the run that was planned
 * @param swept how many things a sweep found due
 * @param batchItemFailures the messages of a batch that come again
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CollectAnswer(Optional<String> runId, Optional<Integer> swept, Optional<List<ItemFailure>> batchItemFailures) {
    static CollectAnswer planned(String runId) {
        return new CollectAnswer(Optional.of(runId), Optional.empty(), Optional.empty());
    }

    static CollectAnswer swept(int count) {
        return new CollectAnswer(Optional.empty(), Optional.of(count), Optional.empty());
    }

    static CollectAnswer of(BatchAnswer batch) {
        return new CollectAnswer(Optional.empty(), Optional.empty(), Optional.of(batch.batchItemFailures()));
    }
}
