package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends reports to a queue, ten at a time. What the queue cannot take goes to the archive, and a pointer to it into the
 * queue. A report counts as sent once either is done.
 */
public final class ExecutionSender {
    /** Under which source reports are archived that the queue did not take. */
    public static final String SOURCE = "refused-reports";

    private static final int MOST = 10;
    /** What a report is when nothing was asked. */
    private static final String REQUEST = "EVENT executionReport";

    private static final int CAME = 200;
    private static final String THROTTLED = "Throttl";
    /** What a queue says of messages that it will never take as they are. */
    private static final Set<String> CONTENT =
            Set.of("InvalidMessageContents", "InvalidParameterValue", "BatchRequestTooLong");

    private final SqsClient sqs;
    private final String name;
    private final Archive archive;
    private volatile String url = "";

    /**
     * Sends to the queue of a function.
     *
     * @param queue without the prefix of the installation, for instance {@code record}; it is looked up with the first
     *     batch, for it may be away
     */
    public ExecutionSender(AwsClients clients, AwsSettings settings, String queue) {
        this.sqs = clients.sqs();
        this.name = settings.queue(requireNonNull(queue, "queue is null"));
        this.archive = new Archive(clients, settings);
    }

    /** Sends 1 to 10 reports and waits for the answer; failures of AWS are thrown as the SDK's own exceptions. */
    public SendOutcome send(List<OutgoingExecution> batch) {
        if (batch.isEmpty() || batch.size() > MOST) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST + " reports, not " + batch.size());
        }
        Map<Integer, ExecutionMessage> messages = new HashMap<>();
        int pointers = 0;
        for (int i = 0; i < batch.size(); i++) {
            Optional<String> text = QueueText.of(batch.get(i).body());
            messages.put(
                    i,
                    text.isPresent()
                            ? batch.get(i).message(text.get(), false)
                            : batch.get(i).message(archived(batch.get(i)), true));
            pointers += text.isPresent() ? 0 : 1;
        }
        Set<Integer> again = new HashSet<>();
        Set<Integer> refused = new HashSet<>();
        String why = sendParts(messages, again, refused);
        if (!refused.isEmpty()) {
            // The queue says that we are at fault: it will never take them as they are.
            Map<Integer, ExecutionMessage> instead = new HashMap<>();
            for (int i : refused) {
                instead.put(i, batch.get(i).message(archived(batch.get(i)), true));
            }
            pointers += refused.size();
            Set<Integer> refusedAgain = new HashSet<>();
            why = sendParts(instead, again, refusedAgain);
            again.addAll(refusedAgain);
        }
        return new SendOutcome(again, again.isEmpty() ? "" : why, pointers);
    }

    /** Sends the messages in as few calls as their size allows. */
    private String sendParts(Map<Integer, ExecutionMessage> messages, Set<Integer> again, Set<Integer> refused) {
        String why = "";
        List<SendMessageBatchRequestEntry> part = new ArrayList<>();
        int size = 0;
        for (Map.Entry<Integer, ExecutionMessage> each : messages.entrySet()) {
            int bytes = QueueText.ATTRIBUTES + utf8Length(each.getValue().body());
            if (size + bytes > QueueText.MOST_BYTES && !part.isEmpty()) {
                why = sendPart(part, again, refused, why);
                part = new ArrayList<>();
                size = 0;
            }
            size += bytes;
            part.add(entry(each.getKey(), each.getValue()));
        }
        return sendPart(part, again, refused, why);
    }

    private String sendPart(
            List<SendMessageBatchRequestEntry> part, Set<Integer> again, Set<Integer> refused, String before) {
        String why = before;
        for (BatchResultErrorEntry failed : failures(part)) {
            int position = Integer.parseInt(failed.id());
            if (Boolean.TRUE.equals(failed.senderFault()) && !failed.code().contains(THROTTLED)) {
                refused.add(position);
            } else {
                again.add(position);
            }
            why = failed.code() + " " + failed.message();
        }
        return why;
    }

    private List<BatchResultErrorEntry> failures(List<SendMessageBatchRequestEntry> part) {
        try {
            return sqs.sendMessageBatch(b -> b.queueUrl(url()).entries(part)).failed();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            if (CONTENT.stream().noneMatch(code::endsWith)) {
                throw e;
            }
            // One message that is not taken makes the whole call fail; which one, it does not say.
            return part.stream()
                    .map(entry -> BatchResultErrorEntry.builder()
                            .id(entry.id())
                            .senderFault(true)
                            .code(code)
                            .message("of the whole batch")
                            .build())
                    .toList();
        }
    }

    private String archived(OutgoingExecution report) {
        return archive.put(new RawResponse(
                SOURCE, report.account(), REQUEST, CAME, Map.of(), report.receivedAt(), true, report.body()));
    }

    private String url() {
        if (url.isEmpty()) {
            url = sqs.getQueueUrl(q -> q.queueName(name)).queueUrl();
        }
        return url;
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            length += one < 0x80 ? 0 : one < 0x800 || Character.isSurrogate(one) ? 1 : 2;
        }
        return length;
    }

    private static SendMessageBatchRequestEntry entry(int position, ExecutionMessage message) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        message.attributes()
                .forEach((name, value) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(ExecutionMessage.NUMBERS.contains(name) ? "Number" : "String")
                                .stringValue(value)
                                .build()));
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(position))
                .messageBody(message.body())
                .messageAttributes(attributes)
                .build();
    }
}
