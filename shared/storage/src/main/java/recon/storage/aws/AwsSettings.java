package recon.storage.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which AWS to talk to, and under which names.
 *
 * @param region an AWS region, for instance {@code eu-central-1}
 * @param dynamodbEndpoint a stand-in for DynamoDB; empty for AWS itself
 * @param sqsEndpoint a stand-in for SQS
 * @param s3Endpoint a stand-in for S3, addressed by path
 * @param eventsEndpoint a stand-in for EventBridge
 * @param prefix begins the name of every table and queue, for instance {@code recon}
 * @param bucket holds the archive and the reports
 * @param eventBus the name of the event bus
 */
public record AwsSettings(
        String region,
        Optional<URI> dynamodbEndpoint,
        Optional<URI> sqsEndpoint,
        Optional<URI> s3Endpoint,
        Optional<URI> eventsEndpoint,
        String prefix,
        String bucket,
        String eventBus) {
    public AwsSettings {
        requireNonNull(region, "region is null");
        requireNonNull(dynamodbEndpoint, "dynamodbEndpoint is null");
        requireNonNull(sqsEndpoint, "sqsEndpoint is null");
        requireNonNull(s3Endpoint, "s3Endpoint is null");
        requireNonNull(eventsEndpoint, "eventsEndpoint is null");
        requireNonNull(prefix, "prefix is null");
        requireNonNull(bucket, "bucket is null");
        requireNonNull(eventBus, "eventBus is null");
    }

    /**
     * Reads {@code recon.aws.bucket} (needed), {@code .region}, {@code .prefix}, {@code .event-bus} and the stand-ins
     * {@code .dynamodb-endpoint}, {@code .sqs-endpoint}, {@code .s3-endpoint}, {@code .events-endpoint}.
     *
     * @param setting gives a setting by its name
     * @throws IllegalArgumentException if the bucket is missing
     */
    public static AwsSettings from(Function<String, Optional<String>> setting) {
        String bucket = setting.apply("recon.aws.bucket")
                .orElseThrow(() -> new IllegalArgumentException(
                        "recon.aws.bucket is not set: name the bucket that holds archive and reports"));
        return new AwsSettings(
                region(setting),
                setting.apply("recon.aws.dynamodb-endpoint").map(URI::create),
                setting.apply("recon.aws.sqs-endpoint").map(URI::create),
                setting.apply("recon.aws.s3-endpoint").map(URI::create),
                setting.apply("recon.aws.events-endpoint").map(URI::create),
                setting.apply("recon.aws.prefix").orElse("recon"),
                bucket,
                setting.apply("recon.aws.event-bus").orElse("default"));
    }

    /** {@code recon.aws.region}, else what the environment says, else Frankfurt. */
    public static String region(Function<String, Optional<String>> setting) {
        return setting.apply("recon.aws.region")
                .or(() -> setting.apply("AWS_REGION"))
                .orElse("eu-central-1");
    }

    /** The embedded stack of one machine, where a bus of our own takes the place of EventBridge. */
    public static AwsSettings embedded(URI dynamodb, URI sqs, URI s3, String prefix, String bucket) {
        return new AwsSettings(
                "eu-central-1",
                Optional.of(dynamodb),
                Optional.of(sqs),
                Optional.of(s3),
                Optional.empty(),
                prefix,
                bucket,
                "default");
    }

    /** Whether any stand-in is used. */
    public boolean standIn() {
        return Stream.of(dynamodbEndpoint, sqsEndpoint, s3Endpoint, eventsEndpoint)
                .anyMatch(Optional::isPresent);
    }

    /** The full name of a table. */
    public String table(String name) {
        return prefix + "-" + name;
    }

    /** The full name of the queue of a kind of work. */
    public String queue(String kind) {
        return prefix + "-" + kind;
    }

    /** The full name of the queue that takes what {@link #queue} could not deliver. */
    public String deadLetterQueue(String kind) {
        return prefix + "-" + kind + "-dlq";
    }
}
