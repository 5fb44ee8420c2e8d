package recon.storage.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A message of the queue of a function that follows collections: an event as EventBridge delivers it, or a task, which has
 * no type.
 *
 * @param type {@code detail-type}
 * @param detail what happened
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueuedEvent(@JsonProperty("detail-type") Optional<String> type, Optional<CollectionCompleted> detail) {}
