package recon.simulator.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * {@code requests.log}: a line per request, written before the answer leaves. What reached the operating system
 * survives a killed process; a last line that was cut is dropped. Grows with the requests and has no other bound: it is
 * the state.
 */
public final class RequestLog implements AutoCloseable {
    private final FileChannel channel;

    private RequestLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the log of a folder, which is made if absent, after handing every line in it to the reader. */
    public static RequestLog open(Path folder, Consumer<LogLine> reader) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("requests.log");
            long whole = Files.exists(file) ? read(file, reader) : 0;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            return new RequestLog(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the request log", e);
        }
    }

    /** Adds a line at the end. */
    public synchronized void append(LogLine line) {
        ByteBuffer bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the request log", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the request log", e);
        }
    }

    /** Returns the length in bytes of all whole lines. */
    private static long read(Path file, Consumer<LogLine> reader) throws IOException {
        long whole = 0;
        long length = Files.size(file);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long end = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
                if (end > length) {
                    break;
                }
                reader.accept(LogLine.parse(line));
                whole = end;
            }
        }
        return whole;
    }
}
