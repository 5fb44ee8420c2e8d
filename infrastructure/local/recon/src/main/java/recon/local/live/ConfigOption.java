package recon.local.live;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --config}, for all commands that cannot do without. */
public final class ConfigOption {
    @Option(
            names = "--config",
            required = true,
            scope = ScopeType.INHERIT,
            description = "the accounts, for instance accounts.yaml")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    /** The file that was named. */
    public Path path() {
        return config;
    }
}
