package recon.bridge.handler;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What an operator sets, under {@code recon.bridge}: environment variables of the function. */
@ConfigMapping(prefix = "recon.bridge")
interface BridgeConfig {
    /** The broker, {@code amqps://host:5671}; without user and password. */
    URI broker();

    /** Its user and password: {@code env:NAME} or {@code secrets-manager:NAME}, see {@link BrokerCredentials}. */
    String credentials();
}
