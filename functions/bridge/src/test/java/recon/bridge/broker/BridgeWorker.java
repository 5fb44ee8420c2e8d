package recon.bridge.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ReportObjects;
import recon.storage.queue.DeadLetters;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;

/** Feeds the bridge from its queue as AWS does, one batch after another; now and then it dies before it deletes. */
final class BridgeWorker implements AutoCloseable {
    private static final int BATCH = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Installation installation;
    private final BrokerAddress address;
    private final WorkQueue queue;
    private final String url;
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicBoolean doomed = new AtomicBoolean();
    private final CompletableFuture<Void> working;
    private volatile boolean hurried;
    private volatile boolean ending;

    /** @param url the queue's */
    BridgeWorker(Installation installation, String url, BrokerAddress address) {
        this.url = url;
        this.installation = installation;
        this.address = address;
        this.queue = WorkQueue.of(installation.clients(), installation.settings(), Schema.BRIDGE);
        this.working = CompletableFuture.runAsync(this::work, Thread::startVirtualThread);
    }

    /** Batches so far that the broker did not take, or not all of it. */
    int refusals() {
        return refusals.get();
    }

    /** How often a message was delivered so far, the one that was delivered most. */
    int deliveries() {
        return deliveries.get();
    }

    /** Whether what the broker refuses comes again at once, as if the time out of sight were over. */
    void hurry(boolean now) {
        hurried = now;
    }

    /** Lets it die after the broker has confirmed its next batch, and before it deletes that from the queue. */
    void die() {
        doomed.set(true);
    }

    /** Whether it has died, if it was to. */
    boolean hasDied() {
        return !doomed.get();
    }

    private void work() {
        while (!ending) {
            live();
        }
    }

    /** To the end, or to its death. */
    private void live() {
        DeadLetters dead = new DeadLetters(installation.clients(), installation.settings(), Schema.BRIDGE);
        try (RabbitBroker broker = new RabbitBroker(address)) {
            Bridge bridge =
                    new Bridge(broker, new ReportObjects(installation.clients(), installation.settings()), dead::put);
            boolean alive = true;
            while (alive && !ending) {
                alive = forward(bridge, queue.receive(BATCH, Duration.ofSeconds(1)));
            }
        }
    }

    private boolean forward(Bridge bridge, List<Received> batch) {
        List<QueuedMessage> messages = batch.stream().map(Received::message).toList();
        messages.forEach(each -> deliveries.accumulateAndGet(each.deliveries(), Math::max));
        Set<String> again = bridge.forward(messages, PATIENCE);
        if (!again.isEmpty()) {
            refusals.incrementAndGet();
        }
        Map<Boolean, List<Received>> parted = batch.stream()
                .collect(Collectors.partitioningBy(
                        each -> again.contains(each.message().messageId())));
        List<Received> taken = parted.get(false);
        if (hurried) {
            parted.get(true).forEach(this::giveBack);
        }
        if (!taken.isEmpty() && doomed.compareAndSet(true, false)) {
            return false;
        }
        queue.delete(taken);
        return true;
    }

    private void giveBack(Received message) {
        installation
                .clients()
                .sqs()
                .changeMessageVisibility(
                        v -> v.queueUrl(url).receiptHandle(message.receipt()).visibilityTimeout(0));
    }

    @Override
    public void close() {
        ending = true;
        working.join();
    }
}
