package recon.bridge.broker;

import static java.util.Objects.requireNonNull;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Where the broker is and who we are there.
 *
 * @param uri {@code amqps://host:5671}, or {@code amqp://host:5672} for one that is not reached over a network; the path
 *     names the virtual host
 * @param user its user
 * @param password never shown
 */
public record BrokerAddress(URI uri, String user, String password) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int TLS_PORT = 5671;
    private static final int PLAIN_PORT = 5672;

    public BrokerAddress {
        requireNonNull(uri, "uri is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
        if (!"amqps".equals(uri.getScheme()) && !"amqp".equals(uri.getScheme())) {
            throw new IllegalArgumentException("the broker's address begins with amqps:// or amqp://");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("the broker's address holds no user or password: they are kept apart");
        }
    }

    private boolean encrypted() {
        return "amqps".equals(uri.getScheme());
    }

    /** Connections are checked against the certificates that Java trusts, and are never mended behind our back. */
    ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(uri.getHost());
        factory.setPort(uri.getPort() > 0 ? uri.getPort() : encrypted() ? TLS_PORT : PLAIN_PORT);
        factory.setUsername(user);
        factory.setPassword(password);
        String path = uri.getPath();
        factory.setVirtualHost(path == null || path.length() < 2 ? "/" : path.substring(1));
        factory.setConnectionTimeout(Math.toIntExact(CONNECT.toMillis()));
        factory.setHandshakeTimeout(Math.toIntExact(CONNECT.toMillis()));
        factory.setShutdownTimeout(Math.toIntExact(CONNECT.toMillis()));
        factory.setAutomaticRecoveryEnabled(false);
        if (encrypted()) {
            try {
                factory.useSslProtocol(SSLContext.getDefault());
                factory.enableHostnameVerification();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has TLS", e);
            }
        }
        return factory;
    }

    @Override
    public String toString() {
        return uri + " as " + user;
    }
}
