package recon.storage.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The AWS clients of one process: made once, safe to share between threads. */
public final class AwsClients implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Longer than the longest poll of a queue, 20 s. */
    private static final Duration READ = Duration.ofSeconds(30);

    private final DynamoDbClient dynamodb;
    private final SqsClient sqs;
    private final S3Client s3;
    private final EventBridgeClient events;

    private AwsClients(DynamoDbClient dynamodb, SqsClient sqs, S3Client s3, EventBridgeClient events) {
        this.dynamodb = requireNonNull(dynamodb, "dynamodb is null");
        this.sqs = requireNonNull(sqs, "sqs is null");
        this.s3 = requireNonNull(s3, "s3 is null");
        this.events = requireNonNull(events, "events is null");
    }

    /** Clients made elsewhere; closing this closes them. */
    public static AwsClients of(DynamoDbClient dynamodb, SqsClient sqs, S3Client s3, EventBridgeClient events) {
        return new AwsClients(dynamodb, sqs, s3, events);
    }

    /** Clients as the settings say, with the credentials that the environment gives; a stand-in gets made-up ones. */
    public static AwsClients create(AwsSettings settings) {
        return create(
                settings,
                build(DynamoDbClient.builder(), settings.region(), settings.dynamodbEndpoint()),
                UnaryOperator.identity());
    }

    /**
     * As {@link #create(AwsSettings)}, with a database and objects that are reached in another way, such as within this
     * process.
     *
     * @param objects makes the other way to objects of the usual one, for which it may fall back on it
     */
    public static AwsClients create(AwsSettings settings, DynamoDbClient dynamodb, UnaryOperator<S3Client> objects) {
        return create(settings, dynamodb, objects, new Deliveries());
    }

    /**
     * The same.
     *
     * @param deliveries count what is sent to queues
     */
    public static AwsClients create(
            AwsSettings settings, DynamoDbClient dynamodb, UnaryOperator<S3Client> objects, Deliveries deliveries) {
        return new AwsClients(
                dynamodb,
                build(
                        SqsClient.builder().overrideConfiguration(o -> o.addExecutionInterceptor(deliveries)),
                        settings.region(),
                        settings.sqsEndpoint()),
                objects.apply(build(
                        S3Client.builder().forcePathStyle(settings.s3Endpoint().isPresent()),
                        settings.region(),
                        settings.s3Endpoint())),
                build(EventBridgeClient.builder(), settings.region(), settings.eventsEndpoint()));
    }

    /**
     * A client of Secrets Manager, made apart because most processes need none; who asks for it closes it.
     *
     * @param endpoint a stand-in; empty for AWS itself
     */
    public static SecretsManagerClient secrets(String region, Optional<URI> endpoint) {
        return build(SecretsManagerClient.builder(), region, endpoint);
    }

    public DynamoDbClient dynamodb() {
        return dynamodb;
    }

    public SqsClient sqs() {
        return sqs;
    }

    public S3Client s3() {
        return s3;
    }

    public EventBridgeClient events() {
        return events;
    }

    @Override
    public void close() {
        for (SdkAutoCloseable client : new SdkAutoCloseable[] {dynamodb, sqs, s3, events}) {
            client.close();
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, String region, Optional<URI> endpoint) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials(endpoint))
                .httpClientBuilder(http());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(Optional<URI> endpoint) {
        return endpoint.isPresent()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))
                : DefaultCredentialsProvider.builder().build();
    }

    private static SdkHttpClient.Builder<?> http() {
        return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ);
    }
}
