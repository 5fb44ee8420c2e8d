package recon.cloud.account;

import java.util.List;
import java.util.regex.Pattern;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationError;
import recon.accounts.ConfiguredAccount;
import recon.storage.secret.CredentialReference;

/** The secrets of AWS Secrets Manager that hold the keys: in the cloud there is no other place for them. */
public final class SecretNames {
    /** What AWS allows in the name of a secret. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");

    private SecretNames() {}

    /**
     * The names, each once, in the region of the stack.
     *
     * @throws ConfigurationError if a key is kept elsewhere, or what should be a name cannot be one
     */
    public static List<String> of(Configuration configuration) {
        return configuration.accounts().stream()
                .map(account -> name(configuration, account))
                .distinct()
                .toList();
    }

    /** Whether a secret can have this name. */
    public static boolean possible(String name) {
        return NAME.matcher(name).matches();
    }

    private static String name(Configuration configuration, ConfiguredAccount account) {
        return switch (account.credentials()) {
            case CredentialReference.Environment elsewhere ->
                throw refused(configuration, account, CredentialReference.ENVIRONMENT);
            case CredentialReference.File elsewhere -> throw refused(configuration, account, CredentialReference.FILE);
            case CredentialReference.SecretsManager(String name) -> {
                if (!possible(name)) {
                    throw error(
                            configuration,
                            account,
                            "is not the name of a secret: it may have letters, digits and /_+=.@- and at most 512 of"
                                    + " them");
                }
                yield name;
            }
        };
    }

    private static ConfigurationError refused(Configuration configuration, ConfiguredAccount account, String kind) {
        return error(
                configuration,
                account,
                kind + " works on one machine only: in the cloud name a secret, " + CredentialReference.SECRETS_MANAGER
                        + "NAME");
    }

    private static ConfigurationError error(Configuration configuration, ConfiguredAccount account, String problem) {
        return new ConfigurationError(configuration.file(), account.key() + ".credentials", problem);
    }
}
