package recon.reconcile.handler;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import recon.reconcile.plan.CollectionCompleted;

/**
 * A message of this function's queue: an event as EventBridge delivers it, or a task, which has no type.
 *
 * @param type {@code detail-type}
 * @param detail what happened
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Envelope(@JsonProperty("detail-type") Optional<String> type, Optional<CollectionCompleted> detail) {}
