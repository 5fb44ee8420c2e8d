package recon.record.handler;

import io.quarkus.runtime.annotations.RegisterForReflection;
import recon.storage.batch.Batch;
import recon.storage.batch.BatchAnswer;
import recon.storage.batch.QueuedMessage;

/**
 * Every record that Jackson reads or writes in this function: a native image has to know them beforehand. Reports and
 * events are not among them: they are read as trees and written field by field.
 */
@RegisterForReflection(
        targets = {
            Batch.class,
            QueuedMessage.class,
            QueuedMessage.Attribute.class,
            BatchAnswer.class,
            BatchAnswer.ItemFailure.class
        })
public final class NativeTypes {
    private NativeTypes() {}
}
