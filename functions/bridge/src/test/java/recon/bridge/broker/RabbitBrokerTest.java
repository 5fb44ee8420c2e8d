package recon.bridge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.storage.execution.ExecutionMessage;

/** Against a real broker. */
class RabbitBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** For a broker that says nothing; the time is what is waited for. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);

    private static final String QUEUE = "trading";

    @TempDir
    private static Path folder;

    private static LocalRabbit rabbit;

    private RabbitBroker broker;

    @BeforeAll
    static void start() throws Exception {
        rabbit = LocalRabbit.start(folder.resolve("rabbit"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (rabbit != null) {
            rabbit.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        broker = new RabbitBroker(rabbit.address());
        try (Connection connection = rabbit.connect();
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare(RabbitBroker.EXCHANGE, "topic", true);
            channel.queueDelete(QUEUE);
        }
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private static void bind(Map<String, Object> arguments) throws Exception {
        try (Connection connection = rabbit.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(QUEUE, true, false, false, arguments);
            channel.queueBind(QUEUE, RabbitBroker.EXCHANGE, "binance.spot.*");
        }
    }

    private static Letter letter(String id, String body) {
        return new Letter(
                id,
                new ExecutionMessage(body, "7", Instant.ofEpochMilli(1767607200123L), "a/1", 12, false),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Letter> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> letter("m" + i, "{\"e\":\"executionReport\",\"I\":" + i + "}"))
                .toList();
    }

    @Test
    void reportArrivesByteForByte_persistent_underItsRoutingKey() throws Exception {
        bind(Map.of());
        String body = "{\"e\":\"executionReport\", \"s\" : \"ÄBC\\u0041\" }\n";

        assertThat(broker.publish(List.of(letter("m1", body)), PATIENCE)).containsExactly("m1");

        try (Connection connection = rabbit.connect();
                Channel channel = connection.createChannel()) {
            GetResponse got = channel.basicGet(QUEUE, true);
            assertThat(got.getBody()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
            assertThat(got.getEnvelope().getExchange()).isEqualTo("binance");
            assertThat(got.getEnvelope().getRoutingKey()).isEqualTo("binance.spot.ExecutionReport");
            AMQP.BasicProperties properties = got.getProps();
            assertThat(properties.getDeliveryMode()).isEqualTo(2);
            assertThat(properties.getHeaders().get("account")).hasToString("7");
            assertThat(properties.getHeaders().get("receivedAt")).isEqualTo(1767607200123L);
            assertThat(properties.getHeaders().get("sequence")).isEqualTo(12L);
        }
    }

    @Test
    void thousandReports_areConfirmedInOneCall() throws Exception {
        bind(Map.of());

        assertThat(broker.publish(letters(1000), PATIENCE)).hasSize(1000);

        try (Connection connection = rabbit.connect();
                Channel channel = connection.createChannel()) {
            assertThat(channel.messageCount(QUEUE)).isEqualTo(1000);
        }
    }

    @Test
    void reportThatNoQueueWants_isNotTaken() {
        assertThat(broker.publish(letters(2), PATIENCE)).isEmpty();
    }

    @Test
    void reportsThatTheBrokerNacks_areNotTaken_andTheOthersAre() throws Exception {
        bind(Map.of("x-max-length", 3, "x-overflow", "reject-publish"));

        assertThat(broker.publish(letters(10), PATIENCE)).hasSize(3);
    }

    @Test
    void brokerThatBlocks_takesNothing_andEverythingLater() throws Exception {
        bind(Map.of());
        rabbit.control("set_vm_memory_high_watermark", "0");
        try {
            assertThat(broker.publish(letters(5), IMPATIENCE)).isEmpty();
        } finally {
            rabbit.control("set_vm_memory_high_watermark", "0.4");
        }
        assertThat(broker.publish(letters(5), PATIENCE)).hasSize(5);
    }

    @Test
    void brokerThatIsAway_takesNothing_andEverythingOnceItIsBack() throws Exception {
        bind(Map.of());
        assertThat(broker.publish(letters(1), PATIENCE)).hasSize(1);
        rabbit.stop();

        assertThat(broker.publish(letters(5), PATIENCE)).isEmpty();

        rabbit.startAgain();
        assertThat(broker.publish(letters(5), PATIENCE)).hasSize(5);
        try (Connection connection = rabbit.connect();
                Channel channel = connection.createChannel()) {
            assertThat(channel.messageCount(QUEUE))
                    .as("the first one survived as well")
                    .isEqualTo(6);
        }
    }

    @Test
    void connectionThatDiedBetweenCalls_isReplacedWithinTheNext() throws Exception {
        bind(Map.of());
        assertThat(broker.publish(letters(1), PATIENCE)).hasSize(1);
        rabbit.control("close_all_connections", "on purpose");

        assertThat(broker.publish(letters(3), PATIENCE)).hasSize(3);
    }
}
