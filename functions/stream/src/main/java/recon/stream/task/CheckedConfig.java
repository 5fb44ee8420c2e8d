package recon.stream.task;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import recon.stream.capture.CaptureSettings;
import recon.stream.connection.ConnectionSettings;
import recon.stream.delivery.QueueSettings;

/** The configuration, found to make sense. What does not is an error at start-up that names the key. */
record CheckedConfig(CaptureSettings settings, URI uri, List<StreamConfig.AccountConfig> accounts) {
    private static final Duration LONGEST_LINGER = Duration.ofMillis(5);
    /** Connections, queue and disk want their part of a task of 256 MB. */
    private static final long LARGEST_BUFFER = 1L << 32;

    static CheckedConfig of(StreamConfig config) {
        ExchangeType.of(config.exchange().type());
        URI uri = config.exchange().uri();
        require(
                ("wss".equals(uri.getScheme()) || "ws".equals(uri.getScheme())) && uri.getHost() != null,
                "exchange.uri: is no address of a WebSocket, wss://host/path: " + uri);
        require(!config.accounts().isEmpty(), "accounts: is empty; name at least one account to capture");
        require(
                config.accounts().stream()
                                .map(StreamConfig.AccountConfig::uid)
                                .distinct()
                                .count()
                        == config.accounts().size(),
                "accounts: two of them have one uid; each account is configured once");
        require(
                config.queue().linger().compareTo(LONGEST_LINGER) <= 0,
                "queue.linger: is longer than " + LONGEST_LINGER.toMillis() + " ms");
        require(
                config.queue().buffer() > 0 && config.queue().buffer() <= LARGEST_BUFFER,
                "queue.buffer: is not between 1 and " + LARGEST_BUFFER + " bytes");
        require(config.spool().limit() > 0, "spool.limit: is not positive");
        require(
                config.connections().largestFrame() >= 1 << 20,
                "connections.largest-frame: is less than a megabyte, which the exchange may send");
        QueueSettings queue = queue(config.queue());
        return new CheckedConfig(
                new CaptureSettings(
                        config.task(),
                        connections(config.connections()),
                        queue,
                        queue,
                        config.watermarks(),
                        config.grace()),
                uri,
                List.copyOf(config.accounts()));
    }

    private static ConnectionSettings connections(StreamConfig.Connections config) {
        ConnectionSettings standard = ConnectionSettings.standard();
        return new ConnectionSettings(
                config.accounts(),
                standard.asked(),
                standard.patience(),
                config.renewAfter(),
                config.silence(),
                standard.stable(),
                standard.pauses(),
                standard.refused(),
                config.connects());
    }

    private static QueueSettings queue(StreamConfig.Queue config) {
        QueueSettings standard = QueueSettings.standard();
        return new QueueSettings(
                standard.batch(),
                standard.batchBytes(),
                config.linger(),
                config.inFlight(),
                config.patience(),
                config.buffer(),
                standard.pauses());
    }

    private static void require(boolean holds, String error) {
        if (!holds) {
            throw new IllegalArgumentException("recon.stream." + error);
        }
    }
}
