package recon.resync.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import recon.resync.futures.AccountStatus;
import recon.storage.batch.BatchAnswer;
import recon.storage.batch.BatchAnswer.ItemFailure;

/**
 * What this function answers.
 *
 * @param runId the run that was planned
 * @param status how far a run has come
 * @param accounts how old the trade entries of each account are
 * @param version of what is written about a trade: how often something was
 * @param batchItemFailures the messages of a batch that come again
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ResyncAnswer(
        Optional<String> runId,
        Optional<ReplayStatus> status,
        Optional<List<AccountStatus>> accounts,
        Optional<Long> version,
        Optional<List<ItemFailure>> batchItemFailures) {
    static ResyncAnswer planned(String runId) {
        return new ResyncAnswer(
                Optional.of(runId), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ResyncAnswer of(ReplayStatus status) {
        return new ResyncAnswer(
                Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ResyncAnswer of(List<AccountStatus> accounts) {
        return new ResyncAnswer(
                Optional.empty(), Optional.empty(), Optional.of(accounts), Optional.empty(), Optional.empty());
    }

    static ResyncAnswer written(long version) {
        return new ResyncAnswer(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(version), Optional.empty());
    }

    static ResyncAnswer of(BatchAnswer batch) {
        return new ResyncAnswer(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(batch.batchItemFailures()));
    }
}
