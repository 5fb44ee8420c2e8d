package recon.storage.queue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.batch.QueuedMessage;
import recon.storage.item.Batches;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue that feeds one function. A message may come twice and in any order. */
public final class WorkQueue {
    private static final int BATCH = 10;

    private final SqsClient sqs;
    private final String name;
    private final String url;

    private WorkQueue(SqsClient sqs, String name) {
        this.sqs = requireNonNull(sqs, "sqs is null");
        this.name = requireNonNull(name, "name is null");
        this.url = sqs.getQueueUrl(q -> q.queueName(name)).queueUrl();
    }

    /**
     * The queue of a function, which must exist.
     *
     * @param function one of {@link recon.storage.schema.Schema#QUEUES}
     */
    public static WorkQueue of(AwsClients clients, AwsSettings settings, String function) {
        return new WorkQueue(clients.sqs(), settings.queue(function));
    }

    /** Where messages to that function end that could not be delivered. */
    public static WorkQueue deadLetters(AwsClients clients, AwsSettings settings, String function) {
        return new WorkQueue(clients.sqs(), settings.deadLetterQueue(function));
    }

    public void send(String body) {
        sqs.sendMessage(m -> m.queueUrl(url).messageBody(body));
    }

    /** Sends all, in batches; if some are refused, that is an error and the others have been sent. */
    public void sendAll(List<String> bodies) {
        for (List<String> batch : Batches.chunks(bodies, BATCH)) {
            var answer = sqs.sendMessageBatch(b -> b.queueUrl(url)
                    .entries(IntStream.range(0, batch.size())
                            .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                                    .id(Integer.toString(i))
                                    .messageBody(batch.get(i))
                                    .build())
                            .toList()));
            if (!answer.failed().isEmpty()) {
                throw new StorageException.Refused(
                        answer.failed().size() + " messages to " + name,
                        answer.failed().getFirst().message());
            }
        }
    }

    /**
     * Takes messages with all that was said beside them, waiting for the first.
     *
     * @param max at most that many, 1 to 10
     * @param wait how long, 0 to 20 s
     */
    public List<Received> receive(int max, Duration wait) {
        return sqs
                .receiveMessage(r -> r.queueUrl(url)
                        .maxNumberOfMessages(max)
                        .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages()
                .stream()
                .map(WorkQueue::received)
                .toList();
    }

    private static Received received(Message message) {
        Map<String, QueuedMessage.Attribute> said = new HashMap<>();
        message.messageAttributes()
                .forEach((name, value) ->
                        said.put(name, new QueuedMessage.Attribute(value.stringValue(), value.dataType())));
        return new Received(
                new QueuedMessage(message.messageId(), message.body(), message.attributesAsStrings(), said),
                message.receiptHandle(),
                message.md5OfBody());
    }

    /** The messages are dealt with; one that cannot be deleted comes again. */
    public void delete(List<Received> dealtWith) {
        for (List<Received> batch : Batches.chunks(dealtWith, BATCH)) {
            sqs.deleteMessageBatch(d -> d.queueUrl(url)
                    .entries(IntStream.range(0, batch.size())
                            .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                                    .id(Integer.toString(i))
                                    .receiptHandle(batch.get(i).receipt())
                                    .build())
                            .toList()));
        }
    }

    /** How many there are, roughly: AWS counts them now and then. */
    public Counts counts() {
        var attributes = sqs.getQueueAttributes(q -> q.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return new Counts(
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)));
    }

    /**
     * Messages of a queue.
     *
     * @param visible waiting to be received
     * @param invisible received and neither deleted nor given back
     */
    public record Counts(int visible, int invisible) {
        public int total() {
            return visible + invisible;
        }
    }
}
