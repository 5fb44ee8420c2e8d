package recon.storage.queue;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.batch.QueuedMessage;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The dead-letter queue of a function, for messages that the function itself gives up. The queue's own way there takes
 * {@value recon.storage.schema.Schema#DELIVERIES} deliveries and leaves no reason; this one takes none and does.
 */
public final class DeadLetters {
    /** The attribute that says why. */
    public static final String REASON = "reason";

    private static final int LONGEST_REASON = 500;
    /** SQS takes ten attributes, one of them is ours. */
    private static final int MOST_ATTRIBUTES = 9;

    private final SqsClient sqs;
    private final String url;

    /** The dead letters of the queue of that name, which must exist. */
    public DeadLetters(AwsClients clients, AwsSettings settings, String queue) {
        this.sqs = clients.sqs();
        this.url = sqs.getQueueUrl(q ->
                        q.queueName(requireNonNull(settings, "settings is null").deadLetterQueue(queue)))
                .queueUrl();
    }

    /** Keeps a message as it came, and why nobody can use it. */
    public void put(QueuedMessage message, String reason) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        message.messageAttributes().forEach((name, attribute) -> {
            if (attribute.stringValue() != null && attributes.size() < MOST_ATTRIBUTES && !name.equals(REASON)) {
                attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(attribute.dataType())
                                .stringValue(attribute.stringValue())
                                .build());
            }
        });
        attributes.put(
                REASON,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(printable(reason))
                        .build());
        sqs.sendMessage(m -> m.queueUrl(url).messageBody(message.body()).messageAttributes(attributes));
    }

    /** SQS refuses control characters. */
    private static String printable(String reason) {
        String text = reason.replaceAll("[^\\x20-\\x7e]", "?");
        return text.isBlank() ? "no reason given" : text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
