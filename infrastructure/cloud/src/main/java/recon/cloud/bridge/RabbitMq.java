package recon.cloud.bridge;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import recon.cloud.account.SecretNames;

/**
 * A broker outside of the stack, reached over the internet and encrypted.
 *
 * @param broker {@code amqps://host:5671/virtual-host}, without user and password
 * @param secret the name of the secret of AWS Secrets Manager that holds them,
 *     {@code {"username":"...","password":"..."}}
 */
public record RabbitMq(URI broker, String secret) {
    private static final int PORT = 5671;

    public RabbitMq {
        requireNonNull(broker, "broker is null");
        requireNonNull(secret, "secret is null");
    }

    /**
     * What an operator writes.
     *
     * @throws IllegalArgumentException if it cannot be used; it repeats nothing that could be a password
     */
    public static RabbitMq of(String address, String secret) {
        URI broker;
        try {
            broker = new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("bridge is no address: write amqps://host:5671");
        }
        if (!"amqps".equals(broker.getScheme()) || broker.getHost() == null) {
            throw new IllegalArgumentException("bridge is not the address of a broker: write amqps://host:5671");
        }
        if (broker.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "bridge holds a user or a password: they belong into the secret that bridge-secret names");
        }
        if (!SecretNames.possible(secret)) {
            throw new IllegalArgumentException("bridge-secret is not the name of a secret of AWS Secrets Manager");
        }
        return new RabbitMq(broker, secret);
    }

    /** The port that is connected to. */
    public int port() {
        return broker.getPort() > 0 ? broker.getPort() : PORT;
    }
}
