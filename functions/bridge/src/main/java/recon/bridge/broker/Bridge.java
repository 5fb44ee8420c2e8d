package recon.bridge.broker;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import recon.storage.StorageException;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionMessage;
import recon.storage.execution.QueuedReport;
import recon.storage.execution.ReportArchive;

/**
 * Takes a batch of messages to the broker. What it does not surely take waits in the queue and comes again, so that a
 * report reaches RabbitMQ at least once, and a broker that is away holds nobody up. What is no message of ours goes to
 * the dead-letter queue with the reason.
 */
public final class Bridge {
    private static final Logger LOG = System.getLogger(Bridge.class.getName());

    private final Broker broker;
    private final ReportArchive archive;
    private final BiConsumer<QueuedMessage, String> deadLetters;

    /** @param deadLetters takes a message and the reason */
    public Bridge(Broker broker, ReportArchive archive, BiConsumer<QueuedMessage, String> deadLetters) {
        this.broker = requireNonNull(broker, "broker is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.deadLetters = requireNonNull(deadLetters, "deadLetters is null");
    }

    /**
     * Forwards these.
     *
     * @param patience how long the broker may take at most
     * @return the ids of the messages that come again
     */
    public Set<String> forward(List<QueuedMessage> messages, Duration patience) {
        Set<String> comeAgain = new HashSet<>();
        List<Letter> letters = new ArrayList<>();
        for (QueuedMessage queued : messages) {
            try {
                switch (QueuedReport.of(queued.body(), queued.texts())) {
                    case QueuedReport.Known(ExecutionMessage message) ->
                        letters.add(new Letter(queued.messageId(), message, body(message)));
                    case QueuedReport.Stray stray -> deadLetters.accept(queued, stray.reason());
                }
            } catch (StorageException e) {
                LOG.log(Level.ERROR, "message " + queued.messageId() + " cannot be forwarded and comes again", e);
                comeAgain.add(queued.messageId());
            }
        }
        Set<String> taken = letters.isEmpty() ? Set.of() : broker.publish(letters, patience);
        letters.stream().map(Letter::id).filter(id -> !taken.contains(id)).forEach(comeAgain::add);
        LOG.log(Level.INFO, "{0} reports forwarded, {1} come again", taken.size(), comeAgain.size());
        return Set.copyOf(comeAgain);
    }

    private byte[] body(ExecutionMessage message) {
        return message.archived()
                ? archive.report(message.body())
                : message.body().getBytes(StandardCharsets.UTF_8);
    }
}
