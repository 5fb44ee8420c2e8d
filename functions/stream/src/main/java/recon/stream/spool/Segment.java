package recon.stream.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.stream.report.Report;

/** One file of the spool: appended to, read from the beginning, deleted as a whole. */
final class Segment {
    private final Path file;
    private final long number;
    private final FileChannel channel;
    private long length;
    private long readTo;
    private long waited;

    private Segment(Path file, long number, FileChannel channel, long length) {
        this.file = file;
        this.number = number;
        this.channel = channel;
        this.length = length;
    }

    /** A file that may be there already. */
    static Segment open(Path file, long number) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Segment(file, number, channel, channel.size());
    }

    long number() {
        return number;
    }

    long length() {
        return length;
    }

    boolean hasMore() {
        return readTo < length;
    }

    /** Whether everything was read and is done with. */
    boolean isSpent() {
        return !hasMore() && waited == 0;
    }

    /** Appends a record, whole or not at all. */
    void append(ByteBuffer record) throws IOException {
        try {
            long at = length;
            while (record.hasRemaining()) {
                at += channel.write(record, at);
            }
            length = at;
        } catch (IOException e) {
            // A part of it may be there: what comes next overwrites it, or it is a torn tail.
            channel.truncate(length);
            throw e;
        }
    }

    /**
     * Reads on.
     *
     * @param most reports
     * @param window bytes to look at; grows for a record that is larger
     * @return nothing if what follows cannot be read
     */
    List<Report> read(int most, int window) throws IOException {
        ByteBuffer bytes = window(window);
        List<Report> reports = new ArrayList<>();
        while (reports.size() < most) {
            Optional<Report> next = SpoolRecord.read(bytes);
            if (next.isEmpty()) {
                break;
            }
            reports.add(next.get());
        }
        if (reports.isEmpty() && readTo + window < length && window <= Integer.MAX_VALUE / 4) {
            return read(most, window * 4);
        }
        readTo += bytes.position();
        waited += reports.size();
        return reports;
    }

    /** Gives up what was not read; says how many bytes. */
    long skipRest() {
        long skipped = length - readTo;
        readTo = length;
        return skipped;
    }

    void done() {
        waited--;
    }

    void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private ByteBuffer window(int window) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(window, length - readTo));
        long at = readTo;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return bytes.flip();
    }
}
