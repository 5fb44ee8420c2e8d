package recon.storage.secret;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Reads secrets by name. Opened only where one is needed: it is one more client to start. */
public final class Secrets implements AutoCloseable {
    private final SecretsManagerClient client;

    private Secrets(SecretsManagerClient client) {
        this.client = requireNonNull(client, "client is null");
    }

    /**
     * Opens it in {@code recon.aws.region}, or at the stand-in {@code recon.aws.secrets-endpoint}, with the AWS
     * credentials that the environment gives.
     *
     * @param setting gives a setting by its name
     */
    public static Secrets open(Function<String, Optional<String>> setting) {
        return new Secrets(AwsClients.secrets(
                AwsSettings.region(setting),
                setting.apply("recon.aws.secrets-endpoint").map(URI::create)));
    }

    /**
     * The text of a secret.
     *
     * @param name its name or ARN
     * @return empty if there is none of that name, or it holds bytes instead of a text
     */
    public Optional<String> text(String name) {
        try {
            return Optional.ofNullable(
                    client.getSecretValue(request -> request.secretId(name)).secretString());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
