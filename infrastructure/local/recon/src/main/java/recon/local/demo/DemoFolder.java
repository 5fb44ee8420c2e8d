package recon.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder of a demo. It remembers what it was made with: the same folder can be continued, but not with other
 * accounts, another seed, another break, other symbols or trades, which would be another world.
 */
public final class DemoFolder {
    /** Says that a folder belongs to a demo. */
    public static final String MARK = "demo.txt";

    private DemoFolder() {}

    /**
     * Opens the folder for these options.
     *
     * @throws IllegalArgumentException if it belongs to another world
     */
    static void open(DemoOptions options) {
        Path file = options.out().resolve(MARK);
        List<String> wanted = List.of(
                "accounts " + options.accounts(),
                "seed " + options.seed(),
                "break " + options.sabotage().orElse("none"),
                "symbols " + options.symbols() + (World.symbolList().isPresent() ? " of 2020" : " built in"),
                "trades " + options.tradesPerDay());
        try {
            if (Files.exists(file)) {
                List<String> made = Files.readAllLines(file);
                if (!made.equals(wanted)) {
                    throw new IllegalArgumentException(options.out() + " was made with " + String.join(", ", made)
                            + ": use the same options to continue it, or another --out");
                }
                return;
            }
            if (Files.exists(options.state())) {
                throw new IllegalArgumentException(options.out() + " holds real books: give a demo another --out");
            }
            Files.createDirectories(options.out());
            Path half = options.out().resolve("demo.txt.new");
            Files.write(half, wanted);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + options.out(), e);
        }
    }
}
