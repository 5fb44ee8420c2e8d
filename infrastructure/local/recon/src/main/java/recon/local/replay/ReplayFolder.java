package recon.local.replay;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationFile;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.local.demo.DemoFolder;
import recon.local.live.BooksFolder;

/**
 * A folder whose archive is read.
 *
 * @param out the folder
 * @param stack where the data of its embedded stack is
 * @param settings how the exchange behaves where its documentation is silent
 * @param settlement when a day is closed for good
 */
record ReplayFolder(Path out, Path stack, LedgerSettings settings, Settlement settlement) {
    /** What tables, queues and bucket are named after, in demos and in real books alike. */
    static final String INSTALLATION = BooksFolder.INSTALLATION;

    private static final Path DEMO = Path.of("out");
    private static final Path BOOKS = Path.of("books");

    ReplayFolder {
        requireNonNull(out, "out is null");
        requireNonNull(stack, "stack is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(settlement, "settlement is null");
    }

    /**
     * The folder of real books, where a configuration is given, or of a demo.
     *
     * @param config tells how the exchange behaves
     * @param given the folder, where it is not the usual one
     * @throws IllegalArgumentException if it holds nothing of that kind
     */
    static ReplayFolder of(Optional<Path> config, Optional<Path> given) {
        ReplayFolder folder =
                config.map(file -> books(file, given.orElse(BOOKS))).orElseGet(() -> demo(given.orElse(DEMO)));
        if (!Files.isDirectory(folder.stack())) {
            throw new IllegalArgumentException("--out " + folder.out() + " holds no archive");
        }
        return folder;
    }

    private static ReplayFolder books(Path config, Path out) {
        Configuration read = ConfigurationFile.read(config);
        return new ReplayFolder(out, BooksFolder.stack(out), read.settings(), read.settlement());
    }

    private static ReplayFolder demo(Path out) {
        if (!DemoFolder.is(out)) {
            throw new IllegalArgumentException(
                    "--out " + out + " is no demo's folder: for real books give --config too");
        }
        return new ReplayFolder(out, DemoFolder.stack(out), DemoFolder.settings(out), DemoFolder.settlement(out));
    }

    /**
     * Where the data of an embedded stack goes that begins with nothing.
     *
     * @throws IllegalArgumentException if anything is in the folder
     */
    static Path empty(Path into) {
        try {
            if (Files.exists(into)) {
                try (Stream<Path> inside = Files.list(into)) {
                    if (inside.findAny().isPresent()) {
                        throw new IllegalArgumentException("--into " + into + " is not empty: give a new folder");
                    }
                }
            }
            return into.resolve("state").resolve("stack");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + into, e);
        }
    }
}
