package recon.local.live;

import java.nio.file.Files;
import java.nio.file.Path;
import recon.local.demo.DemoFolder;

/** The folder that holds real books. A demo never gets into it, and they never into a demo's. */
public final class BooksFolder {
    /** What tables, queues and bucket of real books are named after. */
    public static final String INSTALLATION = "recon";

    private BooksFolder() {}

    /**
     * Where the state is kept.
     *
     * @throws IllegalArgumentException if the folder is a demo's
     */
    static Path state(Path out) {
        if (Files.exists(out.resolve(DemoFolder.MARK))) {
            throw new IllegalArgumentException("--out " + out + " belongs to a demo: give real books another folder");
        }
        return out.resolve("state");
    }

    /**
     * Where the data of the embedded stack is.
     *
     * @throws IllegalArgumentException if the folder is a demo's
     */
    public static Path stack(Path out) {
        return state(out).resolve("stack");
    }
}
