package recon.local.books;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationFile;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.local.demo.DemoFolder;
import recon.local.live.BooksFolder;

/**
 * A folder with books: those of {@code recon run}, or those of a demo, which needs no configuration.
 *
 * @param out the folder, as a person names it
 * @param stack where the data of its embedded stack is
 * @param settings how the exchange behaves where its documentation is silent
 * @param settlement when a day is closed for good
 * @param configuration whose books they are; empty for a demo's
 */
public record KeptBooks(
        Path out, Path stack, LedgerSettings settings, Settlement settlement, Optional<Configuration> configuration) {
    private static final Path DEMO = Path.of("out");
    private static final Path BOOKS = Path.of("books");

    public KeptBooks {
        requireNonNull(out, "out is null");
        requireNonNull(stack, "stack is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(settlement, "settlement is null");
        requireNonNull(configuration, "configuration is null");
    }

    /**
     * The folder of real books, where a configuration is given, or of a demo.
     *
     * @param config the accounts and how the exchange behaves
     * @param given the folder, where it is not the usual one
     * @throws IllegalArgumentException if it holds nothing of that kind
     */
    public static KeptBooks of(Optional<Path> config, Optional<Path> given) {
        KeptBooks books = config.map(file -> real(file, given.orElse(BOOKS))).orElseGet(() -> demo(given.orElse(DEMO)));
        if (!Files.isDirectory(books.stack())) {
            throw new IllegalArgumentException("--out " + books.out() + " holds no books: "
                    + (config.isPresent() ? "'recon run'" : "'recon demo'") + " makes them");
        }
        return books;
    }

    private static KeptBooks real(Path config, Path out) {
        Configuration read = ConfigurationFile.read(config);
        return new KeptBooks(out, BooksFolder.stack(out), read.settings(), read.settlement(), Optional.of(read));
    }

    private static KeptBooks demo(Path out) {
        if (!DemoFolder.is(out)) {
            throw new IllegalArgumentException(
                    "--out " + out + " is no demo's folder: for real books give --config too");
        }
        return new KeptBooks(
                out, DemoFolder.stack(out), DemoFolder.settings(out), DemoFolder.settlement(out), Optional.empty());
    }
}
