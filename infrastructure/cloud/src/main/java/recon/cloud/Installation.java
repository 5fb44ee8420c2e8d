package recon.cloud;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import recon.cloud.account.AccountsFile;

/**
 * What the operator decides.
 *
 * @param prefix begins the name of everything, for instance {@code recon}
 * @param accounts whose books are kept
 * @param nat whether requests to the exchange come from one fixed address
 * @param functions the folder with the functions; the package of each is {@code <kind>/target/function.zip} there
 */
public record Installation(String prefix, AccountsFile accounts, boolean nat, Path functions) {
    /** Taken where no other file is named, so that a deployment cannot forget the accounts. */
    static final String ACCOUNTS = "accounts.yaml";

    public Installation {
        requireNonNull(prefix, "prefix is null");
        requireNonNull(accounts, "accounts is null");
        requireNonNull(functions, "functions is null");
        if (!prefix.matches("[a-z][a-z0-9-]{0,29}")) {
            throw new IllegalArgumentException(
                    "prefix must be small letters, digits and dashes, at most 30, with a letter first: " + prefix);
        }
    }

    /**
     * Reads the context of the CDK: {@code accounts} (a file), {@code nat} ({@code true} or {@code false}) and
     * {@code prefix}.
     *
     * @param context gives a value by its name
     * @param folder the module's folder, where file names begin
     */
    static Installation read(Function<String, Optional<String>> context, Path folder) {
        return new Installation(
                context.apply("prefix").orElse("recon"),
                context.apply("accounts")
                        .or(() -> Optional.of(ACCOUNTS).filter(name -> Files.exists(folder.resolve(name))))
                        .map(name -> AccountsFile.read(folder.resolve(name)))
                        .orElse(AccountsFile.NONE),
                context.apply("nat").map(Installation::flag).orElse(false),
                folder.resolve("../../functions").normalize());
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
