package recon.local.driver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.storage.batch.QueuedMessage;
import recon.storage.queue.Received;

/** Messages as AWS hands them to a function, field by field; {@code events/record-reports.json} is a sample. */
record SqsEvent(@JsonProperty("Records") List<Message> records) {
    /** Where the local queues are, in place of an account of AWS. */
    private static final String REGION = "local";

    static SqsEvent of(String queue, List<Received> batch) {
        return new SqsEvent(
                batch.stream().map(received -> message(queue, received)).toList());
    }

    private static Message message(String queue, Received received) {
        QueuedMessage message = received.message();
        Map<String, Attribute> said = new TreeMap<>();
        message.messageAttributes()
                .forEach((name, attribute) -> said.put(
                        name, new Attribute(attribute.stringValue(), List.of(), List.of(), attribute.dataType())));
        return new Message(
                message.messageId(),
                received.receipt(),
                message.body(),
                new TreeMap<>(message.attributes()),
                said,
                received.md5(),
                "aws:sqs",
                "arn:aws:sqs:" + REGION + ":000000000000:" + queue,
                REGION);
    }

    /** One message. */
    record Message(
            String messageId,
            String receiptHandle,
            String body,
            Map<String, String> attributes,
            Map<String, Attribute> messageAttributes,
            String md5OfBody,
            String eventSource,
            @JsonProperty("eventSourceARN") String eventSourceArn,
            String awsRegion) {}

    /** What the sender said beside the body. */
    record Attribute(
            @Nullable String stringValue,
            List<String> stringListValues,
            List<String> binaryListValues,
            String dataType) {}
}
