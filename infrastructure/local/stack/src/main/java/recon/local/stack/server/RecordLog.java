package recon.local.stack.server;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Named records in memory and, change by change, at the end of a file; for one thread.
 *
 * <p>A change is on the system's pages when its call returns, so that the end of the process does not undo it. The file is
 * written anew when it holds several times what is alive: it is bounded by that.
 */
final class RecordLog implements Closeable {
    private static final int REMOVED = -1;
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int HEADER = 2 * Integer.BYTES;
    private static final long SMALLEST_TO_REWRITE = 8L * 1024 * 1024;
    private static final int DEAD_TO_ALIVE = 3;

    private final Path file;
    private final Map<String, byte[]> alive = new LinkedHashMap<>();
    private long aliveBytes;
    private long writtenBytes;
    private FileChannel channel;

    RecordLog(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
        channel = rewrite();
    }

    /** Every record, oldest first; a record that was replaced keeps its place. */
    Map<String, byte[]> records() {
        return new LinkedHashMap<>(alive);
    }

    void put(String key, byte[] value) throws IOException {
        append(key, value, value.length);
        remember(key, value);
        rewriteIfMostlyDead();
    }

    void remove(String key) throws IOException {
        if (alive.containsKey(key)) {
            append(key, new byte[0], REMOVED);
            forget(key);
            rewriteIfMostlyDead();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void append(String key, byte[] value, int length) throws IOException {
        writtenBytes += write(channel, key, value, length);
    }

    private static int write(FileChannel target, String key, byte[] value, int length) throws IOException {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + name.length + value.length + Integer.BYTES);
        buffer.putInt(name.length).putInt(length).put(name).put(value);
        buffer.putInt(checksum(name, value, length)).flip();
        int size = buffer.remaining();
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
        return size;
    }

    private static int checksum(byte[] name, byte[] value, int length) {
        CRC32 crc = new CRC32();
        crc.update(length);
        crc.update(name);
        crc.update(value);
        return (int) crc.getValue();
    }

    private void remember(String key, byte[] value) {
        byte[] before = alive.put(key, value);
        aliveBytes += value.length - (before == null ? 0 : before.length);
    }

    private void forget(String key) {
        byte[] before = alive.remove(key);
        aliveBytes -= before == null ? 0 : before.length;
    }

    /** Up to the first record that is not whole: what follows it was never acknowledged. */
    private void read() throws IOException {
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            boolean whole = true;
            while (whole) {
                whole = readRecord(input);
            }
        } catch (EOFException endOrCutOff) {
            return;
        }
    }

    private boolean readRecord(DataInputStream input) throws IOException {
        int nameLength = input.readInt();
        int length = input.readInt();
        if (nameLength < 0 || nameLength > LONGEST || length < REMOVED || length > LONGEST) {
            return false;
        }
        byte[] name = readExactly(input, nameLength);
        byte[] value = readExactly(input, Math.max(0, length));
        if (input.readInt() != checksum(name, value, length)) {
            return false;
        }
        String key = new String(name, StandardCharsets.UTF_8);
        if (length == REMOVED) {
            forget(key);
        } else {
            remember(key, value);
        }
        return true;
    }

    private static byte[] readExactly(DataInputStream input, int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private void rewriteIfMostlyDead() throws IOException {
        if (writtenBytes > SMALLEST_TO_REWRITE && writtenBytes > DEAD_TO_ALIVE * aliveBytes) {
            FileChannel old = channel;
            channel = rewrite();
            old.close();
        }
    }

    /** Under another name until it is whole. */
    private FileChannel rewrite() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        FileChannel target = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        writtenBytes = 0;
        for (Map.Entry<String, byte[]> record : alive.entrySet()) {
            writtenBytes += write(target, record.getKey(), record.getValue(), record.getValue().length);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }
}
