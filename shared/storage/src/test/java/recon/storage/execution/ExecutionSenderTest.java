package recon.storage.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.storage.archive.Archive;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;
import software.amazon.awssdk.services.sqs.model.Message;

class ExecutionSenderTest {
    private static final Instant RECEIVED = Instant.parse("2026-01-02T00:00:00.123Z");

    private Installation installation;
    private ExecutionSender sender;

    @BeforeEach
    void install() {
        installation = Installation.fresh();
        sender = new ExecutionSender(installation.clients(), installation.settings(), Schema.RECORD);
    }

    @Test
    void messageSaysWhatWasSent_withAllItsAttributes() {
        String body = "{ \"e\":\"executionReport\",\"s\":\"测试USDT\\u0041\" }";

        SendOutcome outcome = sender.send(List.of(outgoing(body.getBytes(UTF_8), 1)));

        assertThat(outcome).isEqualTo(new SendOutcome(java.util.Set.of(), "", 0));
        Message message = receive().getFirst();
        assertThat(message.body()).isEqualTo(body);
        assertThat(message.messageAttributes().get("receivedAt").dataType()).isEqualTo("Number");
        assertThat(message.messageAttributes().get("account").dataType()).isEqualTo("String");
        assertThat(read(message)).isEqualTo(new ExecutionMessage(body, "350123456", RECEIVED, "t/17", 1, false));
    }

    @Test
    void allArrive_ofABatchOfTen() {
        sender.send(IntStream.range(0, 10)
                .mapToObj(i -> outgoing(("{\"n\":" + i + "}").getBytes(UTF_8), i))
                .toList());

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
        SendOutcome outcome = sender.send(
                List.of(outgoing("{}".getBytes(UTF_8), 1), outgoing(body, 2), outgoing("{}".getBytes(UTF_8), 3)));

        assertThat(outcome.again()).isEmpty();
        assertThat(outcome.pointers()).isEqualTo(1);
        List<ExecutionMessage> messages =
                receive().stream().map(ExecutionSenderTest::read).toList();
        assertThat(messages).hasSize(3);
        ExecutionMessage pointer =
                messages.stream().filter(ExecutionMessage::archived).findFirst().orElseThrow();
        assertThat(pointer.sequence()).isEqualTo(2);
        Archive archive = new Archive(installation.clients(), installation.settings());
        assertThat(archive.get(pointer.body()).body()).isEqualTo(body);
    }

    @Test
    void batchIsSplit_whenItIsLargerThanTheQueueTakes() {
        byte[] large = ("{\"p\":\"" + "x".repeat(200_000) + "\"}").getBytes(UTF_8);

        SendOutcome outcome = sender.send(List.of(outgoing(large, 1), outgoing(large, 2), outgoing(large, 3)));

        assertThat(outcome).isEqualTo(new SendOutcome(java.util.Set.of(), "", 0));
        assertThat(receive().size() + receive().size() + receive().size()).isEqualTo(3);
    }

    @Test
    void rejectedFrameIsKept_asItCame() {
        byte[] frame = {1, 2, (byte) 0xff};

        String key = new RejectedFrames(installation.clients(), installation.settings())
                .put("t/17", RECEIVED, "a binary frame", frame);

        assertThat(key).startsWith("raw/source=rejected-frames/account=exchange/date=2026-01-02/");
        assertThat(new Archive(installation.clients(), installation.settings())
                        .get(key)
                        .body())
                .isEqualTo(frame);
    }

    private static OutgoingExecution outgoing(byte[] body, long sequence) {
        return new OutgoingExecution(body, "350123456", RECEIVED, "t/17", sequence);
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
}
