package recon.local.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.local.SharedStack;
import recon.local.stack.LocalStack;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.aws.Deliveries;
import recon.storage.execution.ExecutionSender;
import recon.storage.execution.OutgoingExecution;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a function is handed on one machine, against what AWS hands it. */
class LocalFunctionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> events = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private AwsSettings settings;
    private AwsClients clients;

    @BeforeEach
    void install() {
        LocalStack stack = SharedStack.get();
        String name = SharedStack.freshName();
        settings = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        clients = AwsClients.create(settings);
        Schema.create(clients, settings);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void eventLooksAsOnAws_whenReportsAreSentAsTheStreamSendsThem() throws IOException {
        JsonNode sample = JSON.readTree(
                        Files.readString(Path.of(System.getProperty("recon.root"), "events", "record-reports.json")))
                .at("/Records/0");
        String body = sample.get("body").textValue();
        sender().send(List.of(new OutgoingExecution(
                body.getBytes(UTF_8),
                sample.at("/messageAttributes/account/stringValue").textValue(),
                Instant.ofEpochMilli(Long.parseLong(
                        sample.at("/messageAttributes/receivedAt/stringValue").textValue())),
                sample.at("/messageAttributes/connection/stringValue").textValue(),
                sample.at("/messageAttributes/sequence/stringValue").asLong())));

        assertThat(function(1_000).poll()).isTrue();

        JsonNode record = events.getFirst().at("/Records/0");
        assertThat(record.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(sample::fieldNames);
        assertThat(record.get("attributes").fieldNames())
                .toIterable()
                .containsAll(() -> sample.get("attributes").fieldNames());
        assertThat(record.get("messageAttributes")).isEqualTo(sample.get("messageAttributes"));
        assertThat(record.get("body").textValue()).isEqualTo(body);
        assertThat(record.at("/attributes/ApproximateReceiveCount").textValue()).isEqualTo("1");
    }

    @Test
    void oneBatchTakesAllThereIs_upToItsLimit() {
        send(25);

        assertThat(function(1_000).poll()).isTrue();

        assertThat(sizes()).containsExactly(25);
        assertThat(queue().counts().total()).isZero();

        send(25);
        LocalFunction twenty = function(20);
        assertThat(twenty.poll()).isTrue();
        assertThat(twenty.poll()).isTrue();
        assertThat(twenty.poll()).isFalse();
        assertThat(sizes()).containsExactly(25, 20, 5);
    }

    @Test
    void onlyWhatFailedComesAgain_onceItsTimeOutOfSightIsOver() {
        String url = clients.sqs()
                .getQueueUrl(q -> q.queueName(settings.queue(Schema.RECORD)))
                .queueUrl();
        clients.sqs()
                .setQueueAttributes(
                        q -> q.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
        failing.add("report 2");
        send(3);

        LocalFunction function = function(10);
        assertThat(function.poll()).isTrue();
        assertThat(function.pending()).isEqualTo(1);
        assertThat(function.poll()).isFalse();
        failing.clear();
        assertThat(function.poll(Duration.ofSeconds(10))).isTrue();

        assertThat(events).hasSize(2);
        assertThat(events.getLast().get("Records").findValuesAsText("body")).containsExactly("report 2");
        assertThat(events.getLast()
                        .at("/Records/0/attributes/ApproximateReceiveCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(function.pending()).isZero();
    }

    @Test
    void queueIsNotAskedAgain_untilSomethingIsSentToIt() {
        AtomicLong deliveries = new AtomicLong();
        LocalFunction function = function(10, deliveries::get);
        assertThat(function.poll()).isFalse();

        send(1);
        assertThat(function.poll()).as("nobody says that something was sent").isFalse();
        deliveries.incrementAndGet();
        assertThat(function.poll()).isTrue();
        assertThat(function.poll()).isFalse();

        send(1);
        function.lookAgain();
        assertThat(function.poll()).as("told to look").isTrue();
        send(1);
        assertThat(function.poll(Duration.ofSeconds(1))).as("waits for it").isTrue();
        assertThat(sizes()).containsExactly(1, 1, 1);
    }

    @Test
    void deliveriesCountWhatIsSent_andNothingElse() {
        Deliveries deliveries = new Deliveries();
        LocalStack stack = SharedStack.get();
        try (AwsClients watched = AwsClients.create(settings, stack.dynamodbClient(), stack::s3Client, deliveries)) {
            LongSupplier toRecord = deliveries.to(settings.queue(Schema.RECORD));
            WorkQueue queue = WorkQueue.of(watched, settings, Schema.RECORD);
            queue.send("one");
            assertThat(toRecord.getAsLong()).isEqualTo(1);
            queue.sendAll(List.of("two", "three"));
            assertThat(toRecord.getAsLong()).isEqualTo(2);

            queue.delete(queue.receive(10, Duration.ZERO));

            assertThat(toRecord.getAsLong()).isEqualTo(2);
            assertThat(deliveries.to(settings.queue(Schema.KINDS.getFirst())).getAsLong())
                    .isZero();
        }
    }

    private ExecutionSender sender() {
        return new ExecutionSender(clients, settings, Schema.RECORD);
    }

    private void send(int reports) {
        for (int first = 0; first < reports; first += 10) {
            sender().send(IntStream.range(first, Math.min(reports, first + 10))
                    .mapToObj(i ->
                            new OutgoingExecution(("report " + i).getBytes(UTF_8), "7", Instant.EPOCH, "a/1", i + 1L))
                    .toList());
        }
    }

    private WorkQueue queue() {
        return WorkQueue.of(clients, settings, Schema.RECORD);
    }

    private LocalFunction function(int batch) {
        return new LocalFunction(Schema.RECORD, new Keeping(), queue(), batch, JSON);
    }

    private LocalFunction function(int batch, LongSupplier deliveries) {
        return new LocalFunction(Schema.RECORD, new Keeping(), queue(), batch, JSON, deliveries);
    }

    private List<Integer> sizes() {
        return events.stream().map(event -> event.get("Records").size()).toList();
    }

    /** A function that keeps what it is handed, and fails where it is told to. */
    private final class Keeping implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            JsonNode event = JSON.readTree(input);
            events.add(event);
            List<Map<String, String>> failed = new ArrayList<>();
            for (JsonNode record : event.get("Records")) {
                if (failing.contains(record.get("body").textValue())) {
                    failed.add(Map.of("itemIdentifier", record.get("messageId").textValue()));
                }
            }
            JSON.writeValue(output, Map.of("batchItemFailures", failed));
        }
    }
}
