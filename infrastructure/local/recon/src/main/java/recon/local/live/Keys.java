package recon.local.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationError;
import recon.accounts.ConfiguredAccount;
import recon.binance.client.Credentials;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.storage.secret.CredentialReader;
import recon.storage.secret.CredentialsUnusable;
import recon.storage.secret.Secrets;

/** Where a person's keys are: the environment, files beside the configuration, or Secrets Manager. */
final class Keys {
    private Keys() {}

    /**
     * The accounts with their keys.
     *
     * @throws ConfigurationError if a key is not where the file says, or cannot be used
     */
    static Accounts of(Configuration configuration) {
        CredentialReader reader = reader(configuration.file());
        return new Accounts(configuration.accounts().stream()
                .map(account -> withKey(configuration.file(), account, reader))
                .toList());
    }

    private static CollectedAccount withKey(Path file, ConfiguredAccount configured, CredentialReader reader) {
        try {
            return new CollectedAccount(
                    configured.account(),
                    configured.main(),
                    reader.read(configured.credentials(), Credentials::hmac, Credentials::privateKey));
        } catch (CredentialsUnusable e) {
            throw new ConfigurationError(file, configured.key() + ".credentials:", String.valueOf(e.getMessage()));
        }
    }

    private static CredentialReader reader(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseGet(() -> Path.of(""));
        Function<String, Optional<String>> environment = name -> Optional.ofNullable(System.getenv(name));
        return new CredentialReader(folder, environment, name -> {
            try (Secrets secrets = Secrets.open(environment)) {
                return secrets.text(name);
            }
        });
    }
}
