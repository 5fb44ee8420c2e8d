package recon.local.stack.server;

import java.io.IOException;
import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/** Told of every change by ElasticMQ, which answers its client once the change of a message is confirmed here. */
final class QueueEventActor extends AbstractActor {
    private final QueueStore store;

    QueueEventActor(QueueStore store) {
        this.store = store;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.QueueCreated.class, event -> store.put(event.queue()))
                .match(QueueEvent.QueueMetadataUpdated.class, event -> store.put(event.queue()))
                .match(QueueEvent.QueueDeleted.class, event -> store.removeQueue(event.queueName()))
                .match(
                        QueueEvent.MessageAdded.class,
                        event -> confirm(() -> store.put(event.queueName(), event.message())))
                .match(
                        QueueEvent.MessageUpdated.class,
                        event -> confirm(() -> store.put(event.queueName(), event.message())))
                .match(
                        QueueEvent.MessageRemoved.class,
                        event -> confirm(() -> store.remove(event.queueName(), event.messageId())))
                .build();
    }

    private void confirm(Change change) throws IOException {
        change.apply();
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }

    /** A change that may not reach the disk, and is then not confirmed. */
    @FunctionalInterface
    private interface Change {
        void apply() throws IOException;
    }
}
