package recon.collect.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What invokes this function: the schedule ({@code action}, {@code scheduledTime}) or the queue ({@code Records}).
 *
 * @param action what the schedule wants
 * @param time the schedule's own time, which a late delivery does not move
 * @param records the messages of a batch
 */
record CollectEvent(
        Optional<Action> action,
        @JsonProperty("scheduledTime") Optional<Instant> time,
        @JsonProperty("Records") Optional<List<Message>> records) {
    /** What a schedule can want. */
    enum Action {
        @JsonProperty("plan")
        PLAN,
        @JsonProperty("sweep")
        SWEEP
    }

    /**
     * A message of the queue.
     *
     * @param messageId the queue's id, by which a failure is reported
     * @param body what was sent
     */
    record Message(String messageId, String body) {}
}
