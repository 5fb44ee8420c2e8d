package recon.storage.batch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What SQS hears of a batch.
 *
 * @param batchItemFailures the messages that come again; the others are deleted
 */
public record BatchAnswer(List<ItemFailure> batchItemFailures) {
    public BatchAnswer {
        batchItemFailures = List.copyOf(batchItemFailures);
    }

    /**
     * A message that comes again.
     *
     * @param itemIdentifier the queue's id of it
     */
    public record ItemFailure(String itemIdentifier) {
        public ItemFailure {
            requireNonNull(itemIdentifier, "itemIdentifier is null");
        }
    }
}
