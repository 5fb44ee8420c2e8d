package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A task to be.
 *
 * @param taskId unique within the run, deterministic
 * @param name what it does, for people and for whoever picks the {@link Step}
 * @param accountId whose; {@code exchange} for none
 * @param stage it waits until every task of a lower stage has ended
 * @param needs ids of tasks that must be DONE first; if one ends otherwise, this one is SKIPPED
 * @param notBefore when it may begin
 * @param attributes what the step has to know
 */
public record TaskPlan(
        String taskId,
        String name,
        String accountId,
        int stage,
        Set<String> needs,
        Instant notBefore,
        Map<String, String> attributes) {
    public TaskPlan {
        requireNonNull(taskId, "taskId is null");
        requireNonNull(name, "name is null");
        requireNonNull(accountId, "accountId is null");
        needs = Set.copyOf(needs);
        requireNonNull(notBefore, "notBefore is null");
        attributes = Map.copyOf(attributes);
    }
}
