package recon.reconcile.handler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import recon.reconcile.plan.CollectionCompleted;

/**
 * What invokes this function: a batch of its queue.
 *
 * @param records the messages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReconcileEvent(@JsonProperty("Records") List<Message> records) {
    ReconcileEvent {
        requireNonNull(records, "Records is missing");
        records = List.copyOf(records);
    }

    /**
     * A message of the queue: an event that a rule put there, or a task.
     *
     * @param messageId the queue's id, by which a failure is reported
     * @param body what was sent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(String messageId, String body) {}

    /**
     * An event as EventBridge delivers it; a task has no type.
     *
     * @param type {@code detail-type}
     * @param detail what happened
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Envelope(@JsonProperty("detail-type") Optional<String> type, Optional<CollectionCompleted> detail) {}
}
