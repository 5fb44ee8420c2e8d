package recon.storage.secret;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Fetches keys from where they are kept. */
public final class CredentialReader {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path base;
    private final Function<String, Optional<String>> environment;
    private final Function<String, Optional<String>> secrets;
    private final JsonMapper json = new JsonMapper();

    /**
     * Puts one together.
     *
     * @param base the folder that paths of files are relative to
     * @param environment gives an environment variable
     * @param secrets gives the text of a secret by its name; asked only for references to one
     */
    public CredentialReader(
            Path base, Function<String, Optional<String>> environment, Function<String, Optional<String>> secrets) {
        this.base = requireNonNull(base, "base is null");
        this.environment = requireNonNull(environment, "environment is null");
        this.secrets = requireNonNull(secrets, "secrets is null");
    }

    /**
     * The key behind a reference, made by who knows how to sign with it.
     *
     * @param hmac makes a key of its name and its secret
     * @param privateKey makes a key of its name and its private key, PKCS#8 PEM
     * @throws CredentialsUnusable if it is not there, may be read by others, or is no key
     */
    public <K> K read(
            CredentialReference reference,
            BiFunction<String, String, K> hmac,
            BiFunction<String, String, K> privateKey) {
        CredentialDocument document = switch (reference) {
            case CredentialReference.Environment(String name) -> variables(reference, name);
            case CredentialReference.File(Path path) -> parse(reference, file(reference, base.resolve(path)));
            case CredentialReference.SecretsManager(String name) ->
                parse(
                        reference,
                        secrets.apply(name)
                                .orElseThrow(() -> new CredentialsUnusable(
                                        reference, "does not exist: create it, or correct the name")));
        };
        return key(reference, document, hmac, privateKey);
    }

    private CredentialDocument variables(CredentialReference reference, String name) {
        CredentialDocument document = new CredentialDocument(
                variable(name + "_API_KEY"), variable(name + "_SECRET"), variable(name + "_PRIVATE_KEY"));
        if (document.apiKey().isEmpty()) {
            throw new CredentialsUnusable(reference, "is not set: export " + name + "_API_KEY and " + name + "_SECRET");
        }
        return document;
    }

    private Optional<String> variable(String name) {
        return environment.apply(name).filter(value -> !value.isBlank());
    }

    private static String file(CredentialReference reference, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CredentialsUnusable(reference, "is no file: create it, readable by you alone");
            }
            FileStore store = Files.getFileStore(file);
            if (store.supportsFileAttributeView(PosixFileAttributeView.class)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new CredentialsUnusable(reference, "can be read or changed by others: chmod 600 " + file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CredentialsUnusable(
                    reference, "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private CredentialDocument parse(CredentialReference reference, String text) {
        try {
            return CredentialDocument.of(json.readTree(text));
        } catch (JsonProcessingException e) {
            // The parser's own message quotes what it read.
            throw new CredentialsUnusable(
                    reference, "is not JSON of the form {\"apiKey\": \"...\", \"secret\": \"...\"}");
        }
    }

    private static <K> K key(
            CredentialReference reference,
            CredentialDocument document,
            BiFunction<String, String, K> hmac,
            BiFunction<String, String, K> privateKey) {
        String apiKey = document.apiKey().orElseThrow(() -> new CredentialsUnusable(reference, "has no apiKey"));
        if (document.secret().isPresent() == document.privateKey().isPresent()) {
            throw new CredentialsUnusable(
                    reference, "needs either secret (HMAC) or privateKey (RSA, Ed25519), and not both");
        }
        try {
            return document.secret()
                    .map(secret -> hmac.apply(apiKey, secret))
                    .or(() -> document.privateKey().map(pem -> privateKey.apply(apiKey, lines(pem))))
                    .orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new CredentialsUnusable(reference, "holds no usable key: " + e.getMessage());
        }
    }

    /** In an environment variable, line ends are often written as the two characters backslash and n. */
    private static String lines(String pem) {
        return pem.replace("\\n", "\n");
    }
}
