package recon.local.stack.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a bucket and the folder that each object lies in; once opened, every change is a line at the end of a file.
 *
 * <p>S3Mock writes the whole map anew for each object, which makes n objects cost n² and a cut while writing cost the bucket.
 */
public final class JournaledKeys extends ConcurrentHashMap<String, UUID> implements Closeable {
    private static final char PUT = '+';
    private static final char REMOVE = '-';
    private static final int ID_LENGTH = 36;

    private transient @Nullable FileChannel journal;

    /** Applies what the journal holds, then writes to it. A last line that was cut off is dropped. */
    void open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String content = Files.readString(file, StandardCharsets.US_ASCII);
        int complete = content.lastIndexOf('\n') + 1;
        content.substring(0, complete).lines().forEach(this::apply);
        channel.truncate(complete);
        channel.position(complete);
        journal = channel;
    }

    @Override
    public synchronized @Nullable UUID put(String key, UUID id) {
        append(PUT, id, key);
        return super.put(key, id);
    }

    @Override
    public synchronized @Nullable UUID remove(Object key) {
        UUID id = get(key);
        if (id != null) {
            append(REMOVE, id, (String) key);
        }
        return super.remove(key);
    }

    @Override
    public synchronized void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }

    private void apply(String line) {
        UUID id = UUID.fromString(line.substring(1, 1 + ID_LENGTH));
        String key = URLDecoder.decode(line.substring(1 + ID_LENGTH), StandardCharsets.UTF_8);
        if (line.charAt(0) == PUT) {
            super.put(key, id);
        } else {
            super.remove(key);
        }
    }

    private void append(char change, UUID id, String key) {
        if (journal == null) {
            return;
        }
        String line = change + id.toString() + URLEncoder.encode(key, StandardCharsets.UTF_8) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        try {
            while (bytes.hasRemaining()) {
                journal.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the bucket cannot be written", e);
        }
    }
}
