package recon.benchmark.stream;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * A real RabbitMQ in the place of the queue. It cannot be asked when it confirmed, so a report counts as acknowledged
 * when a consumer has it, which may be before that.
 */
final class Broker implements AutoCloseable {
    /** Where the peer publishes. */
    private static final String EXCHANGE = "binance";

    private static final String ROUTING_KEY = "binance.spot.ExecutionReport";
    private static final String QUEUE = "stream-benchmark";

    private final Connection connection;

    private Broker(Connection connection) {
        this.connection = connection;
    }

    /**
     * Consumes everything that is published from now on; what was left from before is forgotten.
     *
     * @param uri where the broker is
     */
    static Broker listen(String uri, QueueServer.Acknowledged acknowledged) throws IOException {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(uri);
            Connection connection = factory.newConnection();
            Channel channel = connection.createChannel();
            channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            channel.queuePurge(QUEUE);
            channel.queueBind(QUEUE, EXCHANGE, ROUTING_KEY);
            channel.basicConsume(
                    QUEUE,
                    true,
                    (tag, delivery) -> acknowledged.accept(
                            new long[] {Queue.executionId(new String(delivery.getBody(), StandardCharsets.UTF_8))}),
                    tag -> {});
            return new Broker(connection);
        } catch (java.security.GeneralSecurityException | java.net.URISyntaxException | TimeoutException e) {
            throw new IOException("no RabbitMQ at the address of --amqp: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        connection.abort();
    }
}
