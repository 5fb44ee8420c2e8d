package recon.bridge.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real broker with one queue for reports, and the ways in which it refuses them. */
final class TroubledBroker {
    private static final String QUEUE = "reports";
    private static final String FULL = "full";
    private static final String ALL = "binance.spot.*";

    private final LocalRabbit rabbit;
    private final List<String> bodies = new ArrayList<>();

    /** What goes wrong until it is mended. */
    enum Trouble {
        /** No queue wants the reports. */
        UNROUTABLE,
        /** The reports' queue is another one, which is full after a few and rejects the rest. */
        FULL_QUEUE,
        /** The broker has no memory left and takes nothing. */
        BLOCKED,
        /** The broker is away. */
        AWAY,
        /** The broker closes every connection, once. */
        CLOSED_CONNECTIONS
    }

    TroubledBroker(LocalRabbit rabbit) throws Exception {
        this.rabbit = rabbit;
        channel(channel -> {
            channel.exchangeDeclare(RabbitBroker.EXCHANGE, "topic", true);
            channel.queueDelete(QUEUE);
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            return channel.queueBind(QUEUE, RabbitBroker.EXCHANGE, ALL);
        });
    }

    BrokerAddress address() {
        return rabbit.address();
    }

    void begin(Trouble trouble) throws Exception {
        switch (trouble) {
            case UNROUTABLE -> channel(channel -> channel.queueUnbind(QUEUE, RabbitBroker.EXCHANGE, ALL));
            case FULL_QUEUE ->
                channel(channel -> {
                    channel.queueDeclare(
                            FULL, true, false, false, Map.of("x-max-length", 3, "x-overflow", "reject-publish"));
                    channel.queueBind(FULL, RabbitBroker.EXCHANGE, ALL);
                    return channel.queueUnbind(QUEUE, RabbitBroker.EXCHANGE, ALL);
                });
            case BLOCKED -> rabbit.control("set_vm_memory_high_watermark", "0");
            case AWAY -> rabbit.control("stop_app");
            case CLOSED_CONNECTIONS -> rabbit.control("close_all_connections", "on purpose");
        }
    }

    void mend(Trouble trouble) throws Exception {
        switch (trouble) {
            case UNROUTABLE -> channel(channel -> channel.queueBind(QUEUE, RabbitBroker.EXCHANGE, ALL));
            case FULL_QUEUE ->
                channel(channel -> {
                    channel.queueBind(QUEUE, RabbitBroker.EXCHANGE, ALL);
                    channel.queueUnbind(FULL, RabbitBroker.EXCHANGE, ALL);
                    drain(channel, FULL);
                    return channel.queueDelete(FULL);
                });
            case BLOCKED -> rabbit.control("set_vm_memory_high_watermark", "0.4");
            case AWAY -> rabbit.control("start_app");
            case CLOSED_CONNECTIONS -> {
                // They are opened anew.
            }
        }
    }

    /** The reports that it has taken, each as often as it has. */
    List<String> bodies() throws Exception {
        return channel(channel -> {
            drain(channel, QUEUE);
            return List.copyOf(bodies);
        });
    }

    private void drain(Channel channel, String queue) throws IOException {
        for (GetResponse got = channel.basicGet(queue, true); got != null; got = channel.basicGet(queue, true)) {
            bodies.add(new String(got.getBody(), StandardCharsets.UTF_8));
        }
    }

    private interface Work<T> {
        T on(Channel channel) throws Exception;
    }

    private <T> T channel(Work<T> work) throws Exception {
        try (Connection connection = rabbit.connect();
                Channel channel = connection.createChannel()) {
            return work.on(channel);
        }
    }
}
