package recon.storage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.storage.archive.Archive;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.ExecutionMessage;
import recon.storage.execution.OutgoingExecution;
import recon.storage.schema.Schema;
import recon.storage.testing.ScriptedQueue.Answer;
import software.amazon.awssdk.services.sqs.model.Message;

/** What every sender of execution reports does, against a queue, and against one that does as it was told. */
public abstract class SenderContract {
    private static final Instant RECEIVED = Instant.parse("2026-01-02T00:00:00.123Z");

    private Installation installation;
    private ScriptedQueue scripted;
    private AwsClients scriptedClients;

    /**
     * Sends a batch to the queue {@link Schema#RECORD} and waits; throws if the batch has failed as a whole.
     *
     * @return the positions that are to be sent again
     */
    protected abstract Set<Integer> send(AwsClients clients, AwsSettings settings, List<OutgoingExecution> batch);

    @BeforeEach
    void install() throws Exception {
        installation = Installation.bare();
        AwsSettings settings = installation.settings();
        installation.clients().sqs().createQueue(q -> q.queueName(settings.queue(Schema.RECORD)));
        installation.clients().s3().createBucket(b -> b.bucket(settings.bucket()));
        scripted = ScriptedQueue.start();
        scriptedClients = AwsClients.create(scriptedSettings());
    }

    @AfterEach
    void uninstall() {
        scriptedClients.close();
        scripted.close();
    }

    @Test
    void messageSaysWhatWasSent_withAllItsAttributes() {
        String body = "{ \"e\":\"executionReport\",\"s\":\"测试USDT\\u0041\",\"c\":\"\u007f\uD83D\uDE00/\\\\\\\"\" }";

        assertThat(toQueue(List.of(outgoing(body.getBytes(UTF_8), 1)))).isEmpty();

        Message message = receive().getFirst();
        assertThat(message.body()).isEqualTo(body);
        assertThat(message.messageAttributes().get("receivedAt").dataType()).isEqualTo("Number");
        assertThat(message.messageAttributes().get("account").dataType()).isEqualTo("String");
        assertThat(read(message)).isEqualTo(new ExecutionMessage(body, "350123456", RECEIVED, "t/17", 1, false));
    }

    @Test
    void allArrive_ofABatchOfTen() {
        assertThat(toQueue(numbered(10))).isEmpty();

        List<Message> arrived = new ArrayList<>();
        while (arrived.size() < 10) {
            List<Message> some = receive();
            assertThat(some).isNotEmpty();
            arrived.addAll(some);
        }
        assertThat(arrived).extracting(message -> read(message).sequence()).doesNotHaveDuplicates();
    }

    static Stream<byte[]> unacceptable() {
        return Stream.of(
                ("{\"p\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8),
                "{\"p\":\"\uffff\"}".getBytes(UTF_8),
                "{\"p\":\"\u0001\"}".getBytes(UTF_8),
                new byte[] {'{', (byte) 0xc3, '}'});
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void reportIsArchivedAndPointedTo_thatTheQueueDoesNotTake(byte[] body) {
        assertThat(toQueue(List.of(
                        outgoing("{}".getBytes(UTF_8), 1), outgoing(body, 2), outgoing("{}".getBytes(UTF_8), 3))))
                .isEmpty();

        List<ExecutionMessage> messages =
                receive().stream().map(SenderContract::read).toList();
        assertThat(messages).hasSize(3);
        ExecutionMessage pointer =
                messages.stream().filter(ExecutionMessage::archived).findFirst().orElseThrow();
        assertThat(pointer.sequence()).isEqualTo(2);
        assertThat(archived(pointer.body())).isEqualTo(body);
    }

    @Test
    void batchIsSplit_whenItIsLargerThanTheQueueTakes() {
        byte[] large = ("{\"p\":\"" + "x".repeat(200_000) + "\"}").getBytes(UTF_8);

        assertThat(toQueue(List.of(outgoing(large, 1), outgoing(large, 2), outgoing(large, 3))))
                .isEmpty();

        assertThat(receive().size() + receive().size() + receive().size()).isEqualTo(3);
    }

    @Test
    void onlyThatIsToBeSentAgain_whichTheQueueDidNotTake() {
        scripted.next(new Answer.Partly(Map.of("1", "InternalError", "3", "InternalError"), false));

        assertThat(toScripted(numbered(5))).containsExactlyInAnyOrder(1, 3);
        assertThat(scripted.calls()).hasSize(1);
    }

    @Test
    void reportIsToBeSentAgain_whenTheQueueIsBusyAndCallsThatOurFault() {
        scripted.next(new Answer.Partly(Map.of("0", "RequestThrottled"), true));

        assertThat(toScripted(numbered(2))).containsExactly(0);
    }

    @Test
    void reportIsArchivedAndPointedTo_whenTheQueueSaysThatItIsAtFault() {
        scripted.next(new Answer.Partly(Map.of("1", "InvalidMessageContents"), true));

        assertThat(toScripted(numbered(3))).isEmpty();

        assertThat(ids(scripted.calls().get(0))).containsExactly("0", "1", "2");
        assertThat(ids(scripted.calls().get(1))).containsExactly("1");
        assertThat(archived(pointers(scripted.calls().get(1)).getFirst())).isEqualTo("{\"n\":1}".getBytes(UTF_8));
    }

    @Test
    void allAreArchivedAndPointedTo_whenTheQueueSaysThatOneIsAtFaultAndNotWhich() {
        scripted.next(new Answer.Refuse(400, "BatchRequestTooLong"));

        assertThat(toScripted(numbered(3))).isEmpty();

        assertThat(pointers(scripted.calls().get(1))).hasSize(3);
    }

    @Test
    void pointerIsToBeSentAgain_whenTheQueueDoesNotTakeItEither() {
        scripted.next(
                new Answer.Refuse(400, "InvalidMessageContents"), new Answer.Refuse(400, "InvalidMessageContents"));

        assertThat(toScripted(numbered(2))).containsExactlyInAnyOrder(0, 1);
        assertThat(scripted.calls()).hasSize(2);
    }

    @Test
    void batchFails_whenTheQueueLetsNobodyIn() {
        scripted.next(new Answer.Refuse(403, "AccessDenied"));

        assertThatThrownBy(() -> toScripted(numbered(2))).hasMessageContaining("as told");
    }

    @Test
    void nobodyHearsOfIt_whenTheQueueIsBrokenOrHangsUpForAMoment() {
        scripted.next(new Answer.Refuse(503, "ServiceUnavailable"), new Answer.HangUp());

        assertThat(toScripted(numbered(2))).isEmpty();
        assertThat(scripted.calls()).hasSize(3).allMatch(call -> ids(call).equals(List.of("0", "1")));
        assertThat(scripted.authorizations())
                .allMatch(signed -> signed.startsWith("AWS4-HMAC-SHA256 Credential=local/")
                        && signed.contains("/eu-central-1/sqs/aws4_request"));
    }

    protected final ScriptedQueue scripted() {
        return scripted;
    }

    /** Sends to the queue that does as it was told. */
    protected final Set<Integer> toScripted(List<OutgoingExecution> batch) {
        return send(scriptedClients, scriptedSettings(), batch);
    }

    /** Reports {@code {"n":0}} and so on. */
    protected static List<OutgoingExecution> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> outgoing(("{\"n\":" + i + "}").getBytes(UTF_8), i))
                .toList();
    }

    private Set<Integer> toQueue(List<OutgoingExecution> batch) {
        return send(installation.clients(), installation.settings(), batch);
    }

    private AwsSettings scriptedSettings() {
        AwsSettings real = installation.settings();
        return AwsSettings.embedded(
                real.dynamodbEndpoint().orElseThrow(),
                scripted.uri(),
                real.s3Endpoint().orElseThrow(),
                real.prefix(),
                real.bucket());
    }

    private static OutgoingExecution outgoing(byte[] body, long sequence) {
        return new OutgoingExecution(body, "350123456", RECEIVED, "t/17", sequence);
    }

    private byte[] archived(String key) {
        return new Archive(installation.clients(), installation.settings())
                .get(key)
                .body();
    }

    private List<Message> receive() {
        var sqs = installation.clients().sqs();
        String url = sqs.getQueueUrl(q -> q.queueName(installation.settings().queue(Schema.RECORD)))
                .queueUrl();
        return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                .messages();
    }

    private static ExecutionMessage read(Message message) {
        Map<String, String> attributes = new HashMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
        return ExecutionMessage.of(message.body(), attributes);
    }

    private static List<String> ids(JsonNode call) {
        return call.path("Entries").findValuesAsText("Id");
    }

    /** The archive keys that a call sends instead of reports. */
    private static List<String> pointers(JsonNode call) {
        List<String> keys = new ArrayList<>();
        call.path("Entries").forEach(entry -> {
            if (entry.path("MessageAttributes").has("pointer")) {
                keys.add(entry.path("MessageBody").asText());
            }
        });
        return keys;
    }
}
