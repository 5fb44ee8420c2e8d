package recon.storage.secret;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where an account's API key is kept. A configuration holds the place, never the key. */
public sealed interface CredentialReference {
    /**
     * Environment variables {@code <name>_API_KEY} and {@code <name>_SECRET} or {@code <name>_PRIVATE_KEY}.
     *
     * @param name what the variables' names begin with
     */
    record Environment(String name) implements CredentialReference {
        @Override
        public String toString() {
            return ENVIRONMENT + name;
        }
    }

    /**
     * A file that only its owner may read or write.
     *
     * @param path relative to the configuration that names it
     */
    record File(Path path) implements CredentialReference {
        @Override
        public String toString() {
            return FILE + path;
        }
    }

    /**
     * A secret of AWS Secrets Manager.
     *
     * @param name or ARN
     */
    record SecretsManager(String name) implements CredentialReference {
        @Override
        public String toString() {
            return SECRETS_MANAGER + name;
        }
    }

    /** How the exchange's own keys look, and what a key of PEM begins with. */
    Pattern KEY = Pattern.compile("[A-Za-z0-9]{64}|-----BEGIN.*", Pattern.DOTALL);

    /** Begins a reference to environment variables. */
    String ENVIRONMENT = "env:";
    /** Begins a reference to a file. */
    String FILE = "file:";
    /** Begins a reference to a secret. */
    String SECRETS_MANAGER = "secrets-manager:";

    /**
     * Reads {@code env:NAME}, {@code file:PATH} or {@code secrets-manager:NAME}.
     *
     * @throws IllegalArgumentException if it is none of them, or what should be a name looks like a key; the message
     *     does not repeat it, and there is no cause that does
     */
    static CredentialReference parse(String text) {
        requireNonNull(text, "text is null");
        String name = text.substring(text.indexOf(':') + 1).strip();
        if (!name.isEmpty() && !KEY.matcher(name).matches()) {
            if (text.startsWith(ENVIRONMENT)) {
                return new Environment(name);
            }
            if (text.startsWith(FILE)) {
                return new File(path(name));
            }
            if (text.startsWith(SECRETS_MANAGER)) {
                return new SecretsManager(name);
            }
        }
        throw unusable();
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw unusable();
        }
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException(
                "is no reference to a key: write env:NAME, file:PATH or secrets-manager:NAME, never the key itself");
    }
}
