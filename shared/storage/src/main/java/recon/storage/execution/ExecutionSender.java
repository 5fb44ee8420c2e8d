package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends reports to a queue, ten at a time, and waits. What the queue cannot take goes to the archive, and a pointer to it
 * into the queue. A report counts as sent once either is done.
 */
public final class ExecutionSender {
    private final SqsClient sqs;
    private final String name;
    private final RefusedReports archive;
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
        this.archive = new RefusedReports(clients, settings);
    }

    /** Sends 1 to 10 reports and waits for the answer; failures of AWS are thrown as the SDK's own exceptions. */
    public SendOutcome send(List<OutgoingExecution> batch) {
        Consignment consignment = new Consignment(batch);
        while (true) {
            for (int position : consignment.unfit()) {
                consignment.archived(position, archive.put(consignment.report(position)));
            }
            List<Consignment.Entry> call = consignment.next();
            if (call.isEmpty()) {
                return consignment.outcome();
            }
            send(consignment, call);
        }
    }

    private void send(Consignment consignment, List<Consignment.Entry> call) {
        try {
            consignment.answered(call, refusals(call));
        } catch (AwsServiceException e) {
            if (e.awsErrorDetails() == null
                    || !consignment.refused(call, e.awsErrorDetails().errorCode())) {
                throw e;
            }
        }
    }

    private Collection<Consignment.Refusal> refusals(List<Consignment.Entry> call) {
        return sqs
                .sendMessageBatch(b -> b.queueUrl(url())
                        .entries(call.stream().map(ExecutionSender::entry).toList()))
                .failed()
                .stream()
                .map(failed -> new Consignment.Refusal(
                        Integer.parseInt(failed.id()),
                        Boolean.TRUE.equals(failed.senderFault()),
                        String.valueOf(failed.code()),
                        String.valueOf(failed.message())))
                .toList();
    }

    private String url() {
        if (url.isEmpty()) {
            url = sqs.getQueueUrl(q -> q.queueName(name)).queueUrl();
        }
        return url;
    }

    private static SendMessageBatchRequestEntry entry(Consignment.Entry entry) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        entry.message()
                .attributes()
                .forEach((name, value) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(ExecutionMessage.dataType(name))
                                .stringValue(value)
                                .build()));
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(entry.position()))
                .messageBody(entry.message().body())
                .messageAttributes(attributes)
                .build();
    }
}
