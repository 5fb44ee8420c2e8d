package recon.bridge.broker;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import recon.storage.execution.ExecutionMessage;

/**
 * A report to be published.
 *
 * @param id the queue's id of it
 * @param message where it is from
 * @param body the report, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the content; equals and hashCode below compare them
public record Letter(String id, ExecutionMessage message, byte[] body) {
    public Letter {
        requireNonNull(id, "id is null");
        requireNonNull(message, "message is null");
        requireNonNull(body, "body is null");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Letter that
                && id.equals(that.id)
                && message.equals(that.message)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "letter " + id;
    }
}
