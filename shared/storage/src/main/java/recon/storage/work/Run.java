package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A run as it stands.
 *
 * @param runId its id
 * @param kind the kind of work
 * @param day the UTC day it is about
 * @param deadline when it completes in any case
 * @param attributes what its steps have to know
 * @param state where it stands
 * @param tasks how many tasks it has
 * @param open how many have not ended
 * @param failed how many ended FAILED; skipped ones are not among them
 * @param openByStage how many have not ended, by stage
 * @param completedEventType the type of the event that tells its end
 */
public record Run(
        String runId,
        String kind,
        LocalDate day,
        Instant deadline,
        Map<String, String> attributes,
        RunState state,
        int tasks,
        int open,
        int failed,
        Map<Integer, Integer> openByStage,
        String completedEventType) {
    public Run {
        requireNonNull(runId, "runId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(day, "day is null");
        requireNonNull(deadline, "deadline is null");
        attributes = Map.copyOf(attributes);
        requireNonNull(state, "state is null");
        openByStage = Map.copyOf(openByStage);
        requireNonNull(completedEventType, "completedEventType is null");
    }

    /** Whether tasks of that stage have to wait for tasks of a lower one. */
    public boolean holdsBack(int stage) {
        return openByStage.entrySet().stream().anyMatch(e -> e.getKey() < stage && e.getValue() > 0);
    }
}
