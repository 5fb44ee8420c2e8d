package recon.bridge.broker;

import static java.util.Objects.requireNonNull;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BlockedCallback;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import recon.storage.execution.ExecutionMessage;

/**
 * RabbitMQ: the durable topic exchange {@value #EXCHANGE}, routing key {@value ExecutionMessage#ROUTING_KEY}, persistent
 * messages, {@code mandatory}, publisher confirms. The connection is kept from one call to the next and given up with the
 * first doubt; a frozen function finds it dead and opens another one. Only what the broker confirmed and did not return
 * counts as taken.
 */
public final class RabbitBroker implements Broker, AutoCloseable {
    /** Our own exchange, of type topic, durable. */
    public static final String EXCHANGE = "binance";

    private static final Logger LOG = System.getLogger(RabbitBroker.class.getName());
    private static final int PERSISTENT = 2;
    private static final int ABORT_MILLIS = 1000;
    /** The kept connection, and a new one. */
    private static final int ATTEMPTS = 2;

    private final BrokerAddress address;
    private Optional<Connection> kept = Optional.empty();

    public RabbitBroker(BrokerAddress address) {
        this.address = requireNonNull(address, "address is null");
    }

    @Override
    public synchronized Set<String> publish(List<Letter> letters, Duration patience) {
        Set<String> taken = new HashSet<>();
        boolean fresh = false;
        for (int attempt = 0; attempt < ATTEMPTS && !fresh && taken.size() < letters.size(); attempt++) {
            fresh = kept.filter(Connection::isOpen).isEmpty();
            try {
                Connection connection = connection();
                taken.addAll(publish(
                        connection,
                        letters.stream().filter(l -> !taken.contains(l.id())).toList(),
                        patience.dividedBy(ATTEMPTS)));
            } catch (IOException | TimeoutException | RuntimeException e) {
                LOG.log(Level.WARNING, "the broker at " + address + " is away", e);
                giveUp();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                giveUp();
                return taken;
            }
        }
        return taken;
    }

    private Connection connection() throws IOException, TimeoutException {
        if (kept.filter(Connection::isOpen).isEmpty()) {
            giveUp();
            kept = Optional.of(address.factory().newConnection("binance-recon bridge"));
        }
        return kept.orElseThrow();
    }

    private Set<String> publish(Connection connection, List<Letter> letters, Duration patience)
            throws IOException, InterruptedException {
        Confirmations confirmations = new Confirmations();
        BlockedCallback blocked = reason -> {
            LOG.log(Level.WARNING, "the broker takes nothing now: " + reason);
            confirmations.over();
        };
        connection.addBlockedListener(blocked, () -> {});
        connection.addShutdownListener(cause -> confirmations.over());
        Channel channel = connection.createChannel();
        channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
        channel.confirmSelect();
        channel.addReturnListener(
                back -> confirmations.returned(back.getProperties().getMessageId()));
        channel.addConfirmListener(
                (tag, multiple) -> confirmations.confirmed(tag, multiple, true),
                (tag, multiple) -> confirmations.confirmed(tag, multiple, false));
        // A broker that takes nothing leaves the writer standing at a full socket: it must not be the one that waits.
        Thread writer = Thread.ofVirtual().start(() -> send(channel, letters, confirmations));
        confirmations.await(patience);
        if (confirmations.complete()) {
            writer.join();
            close(channel);
        } else {
            giveUp();
        }
        connection.clearBlockedListeners();
        return confirmations.taken();
    }

    private static void send(Channel channel, List<Letter> letters, Confirmations confirmations) {
        try {
            for (Letter letter : letters) {
                confirmations.sending(channel.getNextPublishSeqNo(), letter.id());
                channel.basicPublish(EXCHANGE, ExecutionMessage.ROUTING_KEY, true, properties(letter), letter.body());
            }
            confirmations.allSent();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the connection to the broker broke", e);
            confirmations.over();
        }
    }

    private static BasicProperties properties(Letter letter) {
        ExecutionMessage message = letter.message();
        return new BasicProperties.Builder()
                .deliveryMode(PERSISTENT)
                .contentType("application/json")
                .contentEncoding("UTF-8")
                .messageId(letter.id())
                .headers(Map.of(
                        "account", message.account(),
                        "receivedAt", message.receivedAt().toEpochMilli(),
                        "connection", message.connection(),
                        "sequence", message.sequence()))
                .build();
    }

    private static void close(Channel channel) throws IOException {
        try {
            channel.close();
        } catch (TimeoutException e) {
            throw new IOException("the channel could not be closed", e);
        }
    }

    private void giveUp() {
        kept.ifPresent(connection -> connection.abort(ABORT_MILLIS));
        kept = Optional.empty();
    }

    @Override
    public synchronized void close() {
        giveUp();
    }
}
