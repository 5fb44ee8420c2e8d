package recon.cloud;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationError;
import recon.accounts.ConfigurationFile;
import recon.cloud.account.SecretNames;

/**
 * What the operator decides.
 *
 * @param prefix begins the name of everything, for instance {@code recon}
 * @param configuration whose books are kept
 * @param nat whether requests to the exchange come from one fixed address
 * @param functions the folder with the functions; the package of each is {@code <kind>/target/function.zip} there
 */
public record Installation(String prefix, Configuration configuration, boolean nat, Path functions) {
    /** Taken where no other file is named, so that a deployment cannot forget the accounts. */
    static final String ACCOUNTS = "accounts.yaml";

    public Installation {
        requireNonNull(prefix, "prefix is null");
        requireNonNull(configuration, "configuration is null");
        requireNonNull(functions, "functions is null");
        if (!prefix.matches("[a-z][a-z0-9-]{0,29}")) {
            throw new IllegalArgumentException(
                    "prefix must be small letters, digits and dashes, at most 30, with a letter first: " + prefix);
        }
        SecretNames.of(configuration);
    }

    /**
     * Reads the context of the CDK: {@code accounts} (a file), {@code nat} ({@code true} or {@code false}) and
     * {@code prefix}.
     *
     * @param context gives a value by its name
     * @param folder the module's folder, where file names begin
     * @throws ConfigurationError if the file cannot be used, or not in the cloud
     */
    static Installation read(Function<String, Optional<String>> context, Path folder) {
        return new Installation(
                context.apply("prefix").orElse("recon"),
                context.apply("accounts")
                        .or(() -> Optional.of(ACCOUNTS).filter(name -> Files.exists(folder.resolve(name))))
                        .map(name -> ConfigurationFile.read(folder.resolve(name)))
                        .orElseGet(() -> Configuration.none(folder.resolve(ACCOUNTS))),
                context.apply("nat").map(Installation::flag).orElse(false),
                folder.resolve("../../functions").normalize());
    }

    /** The secrets that the accounts name, each once. */
    List<String> secrets() {
        return SecretNames.of(configuration);
    }

    /** The package of a function. */
    Path zip(String kind) {
        return functions.resolve(kind).resolve("target").resolve("function.zip");
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("nat must be true or false, not " + text);
        };
    }
}
