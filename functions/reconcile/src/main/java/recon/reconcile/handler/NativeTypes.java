package recon.reconcile.handler;

import io.quarkus.runtime.annotations.RegisterForReflection;
import recon.reconcile.plan.CollectionCompleted;
import recon.storage.batch.Batch;
import recon.storage.batch.BatchAnswer;
import recon.storage.batch.QueuedMessage;

/** Every record that Jackson reads or writes in this function: a native image has to know them beforehand. */
@RegisterForReflection(
        targets = {
            Batch.class,
            QueuedMessage.class,
            BatchAnswer.class,
            BatchAnswer.ItemFailure.class,
            Envelope.class,
            CollectionCompleted.class,
            CollectionCompleted.NotDone.class,
            CollectionCompleted.Missing.class
        })
public final class NativeTypes {
    private NativeTypes() {}
}
