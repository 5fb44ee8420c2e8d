package recon.reconcile.handler;

import io.quarkus.runtime.annotations.RegisterForReflection;
import recon.reconcile.plan.CollectionCompleted;

/** Every record that Jackson reads or writes in this function: a native image has to know them beforehand. */
@RegisterForReflection(
        targets = {
            ReconcileEvent.class,
            ReconcileEvent.Message.class,
            ReconcileEvent.Envelope.class,
            ReconcileAnswer.class,
            ReconcileAnswer.ItemFailure.class,
            CollectionCompleted.class,
            CollectionCompleted.NotDone.class,
            CollectionCompleted.Missing.class
        })
public final class NativeTypes {
    private NativeTypes() {}
}
