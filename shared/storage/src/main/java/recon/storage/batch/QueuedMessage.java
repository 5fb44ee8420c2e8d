package recon.storage.batch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A message as SQS hands it to a function.
 *
 * @param messageId the queue's id, by which a failure is reported
 * @param body what was sent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueuedMessage(String messageId, String body) {
    public QueuedMessage {
        requireNonNull(messageId, "messageId is missing");
        requireNonNull(body, "body is missing");
    }
}
