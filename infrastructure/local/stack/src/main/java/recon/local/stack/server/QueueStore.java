package recon.local.stack.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticmq.QueueData;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.CreateQueueMetadata;

/** The queues and their messages on disk. A message is removed by its deletion, or with its queue. */
final class QueueStore implements Closeable {
    private static final String QUEUE = "queue/";
    private static final String MESSAGE = "message/";

    private final RecordLog log;

    QueueStore(Path folder) throws IOException {
        log = new RecordLog(folder.resolve("queues.log"));
    }

    synchronized List<CreateQueueMetadata> queues() throws IOException {
        List<CreateQueueMetadata> queues = new ArrayList<>();
        for (byte[] record : recordsBelow(QUEUE)) {
            queues.add(QueueRecords.queue(record));
        }
        return List.copyOf(queues);
    }

    synchronized List<InternalMessage> messages(String queue) throws IOException {
        List<InternalMessage> messages = new ArrayList<>();
        for (byte[] record : recordsBelow(messagesOf(queue))) {
            messages.add(QueueRecords.message(record));
        }
        return List.copyOf(messages);
    }

    synchronized void put(QueueData queue) throws IOException {
        log.put(QUEUE + queue.name(), QueueRecords.of(CreateQueueMetadata.from(queue)));
    }

    synchronized void put(String queue, InternalMessage message) throws IOException {
        log.put(messagesOf(queue) + message.id(), QueueRecords.of(message));
    }

    synchronized void remove(String queue, String message) throws IOException {
        log.remove(messagesOf(queue) + message);
    }

    synchronized void removeQueue(String queue) throws IOException {
        String below = messagesOf(queue);
        for (String key : log.records().keySet()) {
            if (key.startsWith(below)) {
                log.remove(key);
            }
        }
        log.remove(QUEUE + queue);
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }

    private static String messagesOf(String queue) {
        // No name of a queue has a slash.
        return MESSAGE + queue + "/";
    }

    private List<byte[]> recordsBelow(String prefix) {
        return log.records().entrySet().stream()
                .filter(record -> record.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }
}
