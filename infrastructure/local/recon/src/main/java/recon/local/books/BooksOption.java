package recon.local.books;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --config} and {@code --out}, for all commands that open books: those of {@code recon run}, or a demo's. */
public final class BooksOption {
    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            description = "the accounts, for instance accounts.yaml: for real books")
    private @Nullable Path config;

    @Option(
            names = "--out",
            scope = ScopeType.INHERIT,
            description = "the folder of the books (default: out, a demo's; with --config: books)")
    private @Nullable Path out;

    /**
     * The books that were named.
     *
     * @throws IllegalArgumentException if there are none
     */
    public KeptBooks books() {
        return KeptBooks.of(Optional.ofNullable(config), Optional.ofNullable(out));
    }
}
