package recon.storage.queue;

import static java.util.Objects.requireNonNull;

import recon.storage.batch.QueuedMessage;

/**
 * A message in hand: out of sight for others until it is deleted or its time is over.
 *
 * @param message as a function is handed it
 * @param receipt what {@link WorkQueue#delete} asks for
 * @param md5 the queue's own MD5 of the body, in hexadecimal digits
 */
public record Received(QueuedMessage message, String receipt, String md5) {
    public Received {
        requireNonNull(message, "message is null");
        requireNonNull(receipt, "receipt is null");
        requireNonNull(md5, "md5 is null");
    }

    /** What was sent. */
    public String body() {
        return message.body();
    }
}
