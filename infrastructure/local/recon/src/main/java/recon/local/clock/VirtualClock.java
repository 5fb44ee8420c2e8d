package recon.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import recon.local.pace.Pace;
import recon.simulator.SimulatedTime;

/**
 * A clock that only the driver and the simulated exchange move. It never goes back, and it is kept on disk: a killed run
 * goes on at the time at which it was killed.
 */
public final class VirtualClock implements SimulatedTime, Pace, AutoCloseable {
    private final FileChannel file;
    private Instant now;

    private VirtualClock(FileChannel file, Instant now) {
        this.file = file;
        this.now = now;
    }

    /** The clock kept in that file; it begins at {@code start} where there is none yet. */
    public static VirtualClock open(Path path, Instant start) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            ByteBuffer kept = ByteBuffer.allocate(Long.BYTES);
            boolean known = file.read(kept, 0) == Long.BYTES;
            return new VirtualClock(file, known ? Instant.ofEpochMilli(kept.getLong(0)) : start);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the clock in " + path, e);
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pass(Duration elapsed) {
        moveTo(now.plus(elapsed));
    }

    /** Moves on to that time; stays where it is if that lies in the past. */
    @Override
    public synchronized void reach(Instant to) {
        if (to.isAfter(now)) {
            moveTo(to);
        }
    }

    private void moveTo(Instant to) {
        try {
            // Eight bytes in one write: a process that is killed leaves either the old time or the new one.
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(0, to.toEpochMilli()), 0);
            now = to;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the clock", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the clock", e);
        }
    }
}
