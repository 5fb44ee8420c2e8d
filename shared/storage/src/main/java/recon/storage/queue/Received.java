package recon.storage.queue;

import static java.util.Objects.requireNonNull;

/**
 * A message in hand: out of sight for others until it is deleted or its time is over.
 *
 * @param body what was sent
 * @param receipt what {@link WorkQueue#delete} asks for
 */
public record Received(String body, String receipt) {
    public Received {
        requireNonNull(body, "body is null");
        requireNonNull(receipt, "receipt is null");
    }
}
