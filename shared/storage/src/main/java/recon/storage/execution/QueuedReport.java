package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import recon.storage.StorageException;

/** A message of the queue of execution reports, as it is archived: also one that is none of ours. */
public sealed interface QueuedReport {
    /** What was sent. */
    String body();

    /** Sees what a message is. */
    static QueuedReport of(String body, Map<String, String> attributes) {
        try {
            return new Known(ExecutionMessage.of(body, attributes));
        } catch (StorageException.Malformed e) {
            return new Stray(body, attributes, String.valueOf(e.getMessage()));
        }
    }

    /**
     * A message of ours, whatever its body is.
     *
     * @param message the message
     */
    record Known(ExecutionMessage message) implements QueuedReport {
        public Known {
            requireNonNull(message, "message is null");
        }

        @Override
        public String body() {
            return message.body();
        }
    }

    /**
     * A message that somebody else sent.
     *
     * @param body what was sent
     * @param attributes what was said beside it
     * @param reason why it is none of ours
     */
    record Stray(String body, Map<String, String> attributes, String reason) implements QueuedReport {
        public Stray {
            requireNonNull(body, "body is null");
            attributes = Map.copyOf(attributes);
            requireNonNull(reason, "reason is null");
        }
    }
}
