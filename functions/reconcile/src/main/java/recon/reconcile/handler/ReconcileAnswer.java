package recon.reconcile.handler;

import java.util.List;

/**
 * What this function answers.
 *
 * @param batchItemFailures the messages of a batch that come again
 */
record ReconcileAnswer(List<ItemFailure> batchItemFailures) {
    ReconcileAnswer {
        batchItemFailures = List.copyOf(batchItemFailures);
    }

    /**
     * A message that comes again.
     *
     * @param itemIdentifier the queue's id of it
     */
    record ItemFailure(String itemIdentifier) {}
}
