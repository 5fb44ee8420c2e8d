package recon.record.report;

import recon.storage.batch.QueuedMessage;
import recon.storage.registry.ReconciliationError;

/**
 * Where a message goes that can never be recorded.
 *
 * <p>It goes to the dead-letter queue at once, with the reason beside it, and an error in the registry points a person to
 * the archived message. To let it fail instead would cost the queue's five deliveries, each of which puts it into a batch
 * with good reports again, and leave no reason. A message that may be readable later, for instance once its symbol is
 * known, comes again, and only its last delivery ends here.
 */
public interface Rejections {
    /** Keeps the message apart, and says why; to do it twice leaves one error and two messages. */
    void reject(QueuedMessage message, ReconciliationError why);

    /** Says what a person should see, without keeping a message apart. */
    void report(ReconciliationError error);
}
