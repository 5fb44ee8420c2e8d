package recon.record.report;

import static java.util.Objects.requireNonNull;

import recon.storage.batch.QueuedMessage;
import recon.storage.queue.DeadLetters;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;

/** The registry and the dead-letter queue. */
public final class RejectedReports implements Rejections {
    private final Registry registry;
    private final DeadLetters letters;

    public RejectedReports(Registry registry, DeadLetters letters) {
        this.registry = requireNonNull(registry, "registry is null");
        this.letters = requireNonNull(letters, "letters is null");
    }

    @Override
    public void reject(QueuedMessage message, ReconciliationError why) {
        registry.put(why);
        letters.put(message, why.message());
    }

    @Override
    public void report(ReconciliationError error) {
        registry.put(error);
    }
}
