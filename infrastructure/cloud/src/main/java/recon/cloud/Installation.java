package recon.cloud;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationError;
import recon.accounts.ConfigurationFile;
import recon.cloud.account.SecretNames;
import recon.cloud.bridge.RabbitMq;
import recon.cloud.function.FunctionSpec;
import recon.cloud.stream.StreamChoice;

/**
 * What the operator decides.
 *
 * @param prefix begins the name of everything, for instance {@code recon}
 * @param configuration whose books are kept
 * @param nat whether requests to the exchange come from one fixed address
 * @param stream how execution reports are captured as they happen; empty to do without, and always where there is no
 *     account
 * @param bridge the broker that gets the same reports; empty for none
 * @param functions the folder with the functions; the package of each is {@code <kind>/target/function.zip} there
 */
public record Installation(
        String prefix,
        Configuration configuration,
        boolean nat,
        Optional<StreamChoice> stream,
        Optional<RabbitMq> bridge,
        Path functions) {
    /** Taken where no other file is named, so that a deployment cannot forget the accounts. */
    static final String ACCOUNTS = "accounts.yaml";

    public Installation {
        requireNonNull(prefix, "prefix is null");
        requireNonNull(configuration, "configuration is null");
        requireNonNull(stream, "stream is null");
        requireNonNull(bridge, "bridge is null");
        requireNonNull(functions, "functions is null");
        if (!prefix.matches("[a-z][a-z0-9-]{0,29}")) {
            throw new IllegalArgumentException(
                    "prefix must be small letters, digits and dashes, at most 30, with a letter first: " + prefix);
        }
        SecretNames.of(configuration);
        if (configuration.accounts().isEmpty()) {
            stream = Optional.empty();
        }
    }

    /**
     * Reads the context of the CDK: {@code accounts} (a file), {@code nat} and {@code stream} ({@code true} or
     * {@code false}), {@code stream-uri}, {@code stream-image}, {@code bridge} with {@code bridge-secret}, and
     * {@code prefix}.
     *
     * @param context gives a value by its name
     * @param folder the module's folder, where file names begin
     * @throws ConfigurationError if the file cannot be used, or not in the cloud
     */
    static Installation read(Function<String, Optional<String>> context, Path folder) {
        Configuration configuration = context.apply("accounts")
                .or(() -> Optional.of(ACCOUNTS).filter(name -> Files.exists(folder.resolve(name))))
                .map(name -> ConfigurationFile.read(folder.resolve(name)))
                .orElseGet(() -> Configuration.none(folder.resolve(ACCOUNTS)));
        boolean stream = flag(context, "stream", true);
        Optional<RabbitMq> bridge = bridge(context);
        if (bridge.isPresent() && !stream) {
            throw new IllegalArgumentException("bridge forwards what the stream captures: leave out -c stream=false");
        }
        return new Installation(
                context.apply("prefix").orElse("recon"),
                configuration,
                flag(context, "nat", false),
                stream
                        ? Optional.of(StreamChoice.of(
                                context.apply("stream-uri"), context.apply("stream-image"), configuration.hosts()))
                        : Optional.empty(),
                bridge,
                folder.resolve("../../functions").normalize());
    }

    /** The functions that are deployed. */
    List<FunctionSpec> specs() {
        return Stream.concat(FunctionSpec.ALWAYS.stream(), bridge.map(broker -> FunctionSpec.BRIDGE).stream())
                .toList();
    }

    /** The secrets that the accounts name, each once. */
    List<String> secrets() {
        return SecretNames.of(configuration);
    }

    /** The package of a function. */
    Path zip(String kind) {
        return functions.resolve(kind).resolve("target").resolve("function.zip");
    }

    /** The folder of the stream's module. */
    Path streamFolder() {
        return functions.resolve("stream");
    }

    private static Optional<RabbitMq> bridge(Function<String, Optional<String>> context) {
        Optional<String> broker = context.apply("bridge");
        Optional<String> secret = context.apply("bridge-secret");
        if (broker.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException(
                    "bridge and bridge-secret belong together: the broker's address, and the name of the secret with its"
                            + " username and password");
        }
        return broker.map(address -> RabbitMq.of(address, secret.orElseThrow()));
    }

    private static boolean flag(Function<String, Optional<String>> context, String name, boolean usual) {
        return context.apply(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(name + " must be true or false, not " + text);
                })
                .orElse(usual);
    }
}
