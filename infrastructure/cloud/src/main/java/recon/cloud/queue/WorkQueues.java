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

/** The queue of each kind of work that has a function, its dead letters, and those of what begins by the clock. */
public final class WorkQueues extends Construct {
    private static final int DAYS = 4;
    /** The longest that SQS keeps a message. It counts from the first sending, so it must exceed {@link #DAYS}. */
    private static final int DEAD_DAYS = 14;

    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<String, Queue> dead = new LinkedHashMap<>();
    private final Queue schedule;

    /**
     * @param settings give the queues' full names
     * @param kinds of work that have a function, among {@link Schema#KINDS}
     */
    public WorkQueues(Construct scope, AwsSettings settings, List<String> kinds) {
        super(scope, "Queues");
        for (String kind : kinds) {
            if (!Schema.KINDS.contains(kind)) {
                throw new IllegalArgumentException("the schema has no work of kind " + kind);
            }
            Queue letters = deadLetters(kind, settings.deadLetterQueue(kind));
            dead.put(kind, letters);
            queues.put(
                    kind,
                    closed(kind, settings.queue(kind))
                            .retentionPeriod(Duration.days(DAYS))
                            .visibilityTimeout(Duration.seconds(Schema.VISIBILITY_SECONDS))
                            .deadLetterQueue(DeadLetterQueue.builder()
                                    .queue(letters)
                                    .maxReceiveCount(Schema.DELIVERIES)
                                    .build())
                            .build());
        }
        this.schedule = deadLetters("schedule", settings.deadLetterQueue("schedule"));
    }

    /** The queue of a kind of work. */
    public Queue queue(String kind) {
        return requireNonNull(queues.get(kind), () -> "no function works on " + kind);
    }

    /** What the queue of a kind, or a rule before it, could not deliver. */
    public Queue deadLetters(String kind) {
        return requireNonNull(dead.get(kind), () -> "no function works on " + kind);
    }

    /** What the clock began and did not come to an end. */
    public Queue scheduleDeadLetters() {
        return schedule;
    }

    /** The queues of all kinds. */
    public List<Queue> all() {
        return List.copyOf(queues.values());
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
