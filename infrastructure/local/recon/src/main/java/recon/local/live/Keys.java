package recon.local.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import recon.collect.account.CredentialReader;
import recon.local.config.Configuration;
import recon.storage.secret.Secrets;

/** Where a person's keys are: the environment, files beside the configuration, or Secrets Manager. */
final class Keys {
    private Keys() {}

    /** Reads the keys that a configuration refers to. */
    static CredentialReader reader(Configuration configuration) {
        Path folder = Optional.ofNullable(configuration.file().toAbsolutePath().getParent())
                .orElseGet(() -> Path.of(""));
        Function<String, Optional<String>> environment = name -> Optional.ofNullable(System.getenv(name));
        return new CredentialReader(folder, environment, name -> {
            try (Secrets secrets = Secrets.open(environment)) {
                return secrets.text(name);
            }
        });
    }
}
