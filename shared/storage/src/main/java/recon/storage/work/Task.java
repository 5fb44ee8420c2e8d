package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A task as it stands.
 *
 * @param runId the run it belongs to
 * @param taskId unique within the run
 * @param name what it does
 * @param accountId whose; {@code exchange} for none
 * @param stage it waits until every task of a lower stage has ended
 * @param needs ids of tasks that must be DONE first
 * @param state where it stands
 * @param cursor where the next step goes on; empty at the start
 * @param attributes what the step has to know
 * @param notBefore when it may go on
 * @param lease counts its messages: a message with another number is of no use any more
 * @param attempts errors in a row, this far
 * @param totals what its steps have added up, for instance {@code rows} and {@code requests}
 * @param reason why it was put back, failed or skipped; the empty text for none
 */
public record Task(
        String runId,
        String taskId,
        String name,
        String accountId,
        int stage,
        Set<String> needs,
        TaskState state,
        Map<String, String> cursor,
        Map<String, String> attributes,
        Instant notBefore,
        long lease,
        int attempts,
        Map<String, Long> totals,
        String reason) {
    public Task {
        requireNonNull(runId, "runId is null");
        requireNonNull(taskId, "taskId is null");
        requireNonNull(name, "name is null");
        requireNonNull(accountId, "accountId is null");
        needs = Set.copyOf(needs);
        requireNonNull(state, "state is null");
        cursor = Map.copyOf(cursor);
        attributes = Map.copyOf(attributes);
        requireNonNull(notBefore, "notBefore is null");
        totals = Map.copyOf(totals);
        requireNonNull(reason, "reason is null");
    }
}
