package recon.stream.spool;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.stream.notice.Alarm;
import recon.stream.notice.Notices;
import recon.stream.report.Report;

/**
 * A spool in a folder of one process. It survives the end of the process, even a forced one, not the loss of the machine:
 * nothing is forced to the disk. A record that was being written when the process ended is not read.
 */
public final class SpoolFolder implements Spool, AutoCloseable {
    private static final String PREFIX = "reports-";
    private static final String SUFFIX = ".spool";
    private static final int WINDOW = 256 * 1024;
    private static final int PARTS = 16;

    private final Path folder;
    private final long limit;
    private final long segmentSize;
    private final Notices notices;
    private final FileChannel lock;
    /** In the order of writing; the last is written to. */
    private final Deque<Segment> unread = new ArrayDeque<>();

    private final Map<Long, Segment> all = new HashMap<>();
    private long bytes;
    private long lastNumber;
    private long leftBefore;
    private boolean broken;

    private SpoolFolder(Path folder, long limit, Notices notices, FileChannel lock) {
        this.folder = folder;
        this.limit = limit;
        this.segmentSize = Math.max(1, limit / PARTS);
        this.notices = requireNonNull(notices, "notices is null");
        this.lock = lock;
    }

    /**
     * Opens a folder, with what an earlier process left in it.
     *
     * @param limit bytes at most
     * @throws UncheckedIOException if it cannot be written to, or another process has it
     */
    public static SpoolFolder open(Path folder, long limit, Notices notices) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of the spool is positive");
        }
        try {
            Files.createDirectories(folder);
            SpoolFolder spool = new SpoolFolder(folder, limit, notices, lock(folder));
            spool.openSegments();
            return spool;
        } catch (IOException e) {
            throw new UncheckedIOException("the spool in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean append(Report report) {
        ByteBuffer record = SpoolRecord.write(report);
        if (bytes + record.remaining() > limit) {
            return false;
        }
        try {
            int size = record.remaining();
            writable().append(record);
            bytes += size;
            broken = false;
            return true;
        } catch (IOException e) {
            damaged("cannot write to the spool in " + folder + ": " + e.getMessage());
            return false;
        }
    }

    @Override
    public List<Spooled> take(int most) {
        while (hasMore()) {
            Segment segment = unread.getFirst();
            List<Report> reports = read(segment, most);
            if (!reports.isEmpty()) {
                return reports.stream()
                        .map(report -> new Spooled(report, segment.number()))
                        .toList();
            }
            forgetIfSpent(segment);
        }
        return List.of();
    }

    @Override
    public void done(long ticket) {
        Segment segment = requireNonNull(all.get(ticket), "no such ticket");
        segment.done();
        forgetIfSpent(segment);
    }

    @Override
    public boolean hasMore() {
        while (unread.size() > 1 && !unread.getFirst().hasMore()) {
            unread.removeFirst();
        }
        return !unread.isEmpty() && unread.getFirst().hasMore();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** Leaves everything that is not done for the next process. */
    @Override
    public void close() {
        try {
            for (Segment segment : all.values()) {
                segment.close();
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Report> read(Segment segment, int most) {
        try {
            List<Report> reports = segment.read(most, WINDOW);
            if (reports.isEmpty()) {
                long lost = segment.skipRest();
                notices.alarm(new Alarm(
                        Alarm.Kind.SPOOL_DAMAGED,
                        lost + " bytes of a spool file are no whole report and are left out: the watermarks do not"
                                + " cover them"));
            }
            return reports;
        } catch (IOException e) {
            damaged("cannot read " + segment.skipRest() + " bytes of the spool in " + folder + ": " + e.getMessage());
            return List.of();
        }
    }

    private Segment writable() throws IOException {
        Segment last = unread.peekLast();
        // What an earlier process left may have a torn tail: nothing is written after it.
        if (last == null || last.number() <= leftBefore || last.length() >= segmentSize) {
            last = add(++lastNumber);
        }
        return last;
    }

    private Segment add(long number) throws IOException {
        Segment segment =
                Segment.open(folder.resolve(String.format(Locale.ROOT, "%s%019d%s", PREFIX, number, SUFFIX)), number);
        unread.addLast(segment);
        all.put(number, segment);
        return segment;
    }

    private void forgetIfSpent(Segment segment) {
        if (!segment.isSpent()) {
            return;
        }
        try {
            bytes -= segment.length();
            unread.remove(segment);
            all.remove(segment.number());
            segment.delete();
        } catch (IOException e) {
            damaged("cannot delete a file of the spool in " + folder + ": " + e.getMessage());
        }
    }

    private void openSegments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                    lastNumber = Long.parseLong(name, PREFIX.length(), name.length() - SUFFIX.length(), 10);
                    bytes += add(lastNumber).length();
                }
            }
        }
        leftBefore = lastNumber;
        List.copyOf(unread).forEach(this::forgetIfSpent);
    }

    private void damaged(String what) {
        if (!broken) {
            broken = true;
            notices.alarm(new Alarm(Alarm.Kind.SPOOL_DAMAGED, what));
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("another process uses it");
        }
        return channel;
    }

    private static @Nullable Object tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
