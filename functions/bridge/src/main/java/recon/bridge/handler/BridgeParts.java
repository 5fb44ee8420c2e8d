package recon.bridge.handler;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import recon.bridge.broker.Bridge;
import recon.bridge.broker.RabbitBroker;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.ReportObjects;
import recon.storage.queue.DeadLetters;
import recon.storage.schema.Schema;
import recon.storage.secret.CredentialReference;
import recon.storage.secret.Secrets;

/** Puts the function together from its configuration. */
final class BridgeParts {
    @Produces
    @Singleton
    Bridge bridge(BridgeConfig config, Config settings) {
        Function<String, Optional<String>> setting = name -> settings.getOptionalValue(name, String.class);
        AwsSettings aws = AwsSettings.from(setting);
        AwsClients clients = AwsClients.create(aws);
        RabbitBroker broker = new RabbitBroker(BrokerCredentials.address(
                config.broker(),
                CredentialReference.parse(config.credentials()),
                name -> Optional.ofNullable(System.getenv(name)),
                name -> {
                    try (Secrets secrets = Secrets.open(setting)) {
                        return secrets.text(name);
                    }
                }));
        DeadLetters letters = new DeadLetters(clients, aws, Schema.BRIDGE);
        return new Bridge(broker, new ReportObjects(clients, aws), letters::put);
    }
}
