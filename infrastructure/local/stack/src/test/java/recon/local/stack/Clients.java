package recon.local.stack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The clients that the functions use, and the few resources the tests need. */
record Clients(DynamoDbClient dynamodb, SqsClient sqs, S3Client s3) implements AutoCloseable {
    static final String TABLE = "entries";
    static final String INDEX = "by-symbol";
    static final String QUEUE = "tasks";
    static final String PATIENT_QUEUE = "patient";
    static final String DEAD = "tasks-dead";
    static final String BUCKET = "archive";

    static Clients of(LocalStack stack) {
        return new Clients(
                local(DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), stack.dynamodb()),
                local(SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), stack.sqs()),
                local(
                        S3Client.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .forcePathStyle(true),
                        stack.s3()));
    }

    /** The same, without sockets to the database and to objects. */
    Clients within(LocalStack stack) {
        return new Clients(stack.dynamodbClient(), sqs, stack.s3Client(s3));
    }

    private static <B extends AwsClientBuilder<B, C>, C> C local(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    /** A table with a range key and an index, a queue that gives up after two receives and one that never does, and a bucket. */
    void createResources() {
        dynamodb.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"), attribute("symbol"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(INDEX)
                        .keySchema(key("symbol", KeyType.HASH), key("sk", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
        String dead = sqs.createQueue(queue -> queue.queueName(DEAD)).queueUrl();
        String deadArn = sqs.getQueueAttributes(
                        queue -> queue.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs.createQueue(queue -> queue.queueName(QUEUE)
                .attributes(Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + deadArn + "\",\"maxReceiveCount\":\"2\"}")));
        sqs.createQueue(queue -> queue.queueName(PATIENT_QUEUE));
        s3.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    void put(String pk, String sk) {
        dynamodb.putItem(put ->
                put.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))));
    }

    /** The range keys below one hash key, in order. */
    List<String> query(String pk) {
        return dynamodb
                .queryPaginator(query -> query.tableName(TABLE)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
                .items()
                .stream()
                .map(item -> item.get("sk").s())
                .toList();
    }

    void send(String queue, String body) {
        sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody(body));
    }

    /** What is visible, waiting for a first message for as long as SQS allows; hidden again for the seconds given. */
    List<Message> receive(String queue, int hiddenSeconds) {
        return sqs.receiveMessage(receive -> receive.queueUrl(url(queue))
                        .waitTimeSeconds(20)
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(hiddenSeconds))
                .messages();
    }

    String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }

    void store(String key, String body) {
        s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(body));
    }

    String read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    List<String> list(String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    @Override
    public void close() {
        dynamodb.close();
        sqs.close();
        s3.close();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
