package recon.local.books;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --out}, for all commands that open the books of {@code recon run}. */
public final class BooksOption {
    @Option(
            names = "--out",
            defaultValue = "books",
            scope = ScopeType.INHERIT,
            description = "the folder of the books (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    /** The folder that was named. */
    public Path path() {
        return out;
    }
}
