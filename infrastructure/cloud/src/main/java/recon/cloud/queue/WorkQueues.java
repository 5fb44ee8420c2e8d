package recon.cloud.queue;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.cloud.nag.Reason;
import recon.storage.aws.AwsSettings;
import recon.storage.schema.Schema;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** The queue of each function, its dead letters, and those of what begins by the clock. */
public final class WorkQueues extends Construct {
    private static final int DAYS = 4;
    /** The longest that SQS keeps a message. It counts from the first sending, so it must exceed {@link #DAYS}. */
    private static final int DEAD_DAYS = 14;

    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<String, Queue> dead = new LinkedHashMap<>();
    private final Queue schedule;

    /**
     * @param settings give the queues' full names
     * @param names of the functions that read one, among {@link Schema#QUEUES}
     */
    public WorkQueues(Construct scope, AwsSettings settings, List<String> names) {
        super(scope, "Queues");
        for (String name : names) {
            if (!Schema.QUEUES.contains(name)) {
                throw new IllegalArgumentException("the schema has no queue " + name);
            }
            Queue letters = deadLetters(name, settings.deadLetterQueue(name));
            dead.put(name, letters);
            queues.put(
                    name,
                    closed(name, settings.queue(name))
                            .retentionPeriod(Duration.days(DAYS))
                            .visibilityTimeout(Duration.seconds(Schema.VISIBILITY_SECONDS))
                            .deadLetterQueue(DeadLetterQueue.builder()
                                    .queue(letters)
                                    .maxReceiveCount(Schema.deliveries(name))
                                    .build())
                            .build());
        }
        this.schedule = deadLetters("schedule", settings.deadLetterQueue("schedule"));
    }

    /** The queue that a function reads. */
    public Queue queue(String name) {
        return requireNonNull(queues.get(name), () -> "no function works on " + name);
    }

    /** What a function's queue, or a rule before it, could not deliver, or the function gave up. */
    public Queue deadLetters(String name) {
        return requireNonNull(dead.get(name), () -> "no function works on " + name);
    }

    /** What the clock began and did not come to an end. */
    public Queue scheduleDeadLetters() {
        return schedule;
    }

    private Queue deadLetters(String id, String name) {
        Queue queue = closed(id + "-dlq", name)
                .retentionPeriod(Duration.days(DEAD_DAYS))
                .build();
        String last = "It takes what others could not deliver and has an alarm: a person is next, not another queue.";
        Reason.against(queue, "Serverless-SQSRedrivePolicy", last);
        Reason.against(queue, "AwsSolutions-SQS3", last);
        return queue;
    }

    private Queue.Builder closed(String id, String name) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }
}
