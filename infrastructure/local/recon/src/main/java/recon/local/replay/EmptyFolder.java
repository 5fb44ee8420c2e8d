package recon.local.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder in which books are made anew. */
final class EmptyFolder {
    private EmptyFolder() {}

    /**
     * Where the data of an embedded stack goes that begins with nothing.
     *
     * @throws IllegalArgumentException if anything is in the folder
     */
    static Path stack(Path into) {
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
