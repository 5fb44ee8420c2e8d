package recon.storage.schema;

import java.util.Map;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates the bucket and the queues. */
final class Places {
    /** Short, for on one machine a message in the hands of a killed process has nobody else to wait for. */
    private static final int LOCAL_VISIBILITY_SECONDS = 20;

    private Places() {}

    static void create(AwsClients clients, AwsSettings settings) {
        bucket(clients.s3(), settings);
        Schema.QUEUES.forEach(name -> queue(clients.sqs(), settings, name));
    }

    private static void bucket(S3Client s3, AwsSettings settings) {
        if (s3.listBuckets().buckets().stream().anyMatch(b -> b.name().equals(settings.bucket()))) {
            return;
        }
        try {
            s3.createBucket(b -> b.bucket(settings.bucket()));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
            // Someone else created it since we looked; whether it is ours shows with the first write.
            return;
        }
    }

    private static void queue(SqsClient sqs, AwsSettings settings, String kind) {
        String dead = sqs.createQueue(q -> q.queueName(settings.deadLetterQueue(kind)))
                .queueUrl();
        String arn = sqs.getQueueAttributes(q -> q.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs.createQueue(q -> q.queueName(settings.queue(kind))
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Integer.toString(LOCAL_VISIBILITY_SECONDS),
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"" + Schema.deliveries(kind)
                                + "\"}")));
    }
}
