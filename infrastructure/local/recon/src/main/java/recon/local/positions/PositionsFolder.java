package recon.local.positions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder that the command writes files into. */
final class PositionsFolder implements AutoCloseable {
    private final Path folder;
    private final List<Writer> writers = new ArrayList<>();

    /** @param folder is made if it does not exist; files in it are replaced */
    PositionsFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    Appendable file(String name) {
        try {
            Writer writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
            writers.add(writer);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    @Override
    public void close() {
        for (Writer writer : writers) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the files of positions to their end", e);
            }
        }
    }
}
