package recon.benchmark.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** What processes take of the machine, as Linux tells under {@code /proc}. */
final class Usage {
    /** Linux counts time in hundredths of a second towards programs, whatever the kernel counts in. */
    private static final long MS_A_TICK = 10;

    private static final int STATE = 2;
    private static final int USER = 13;
    private static final int SYSTEM = 14;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN_TO = 8;

    private Usage() {}

    /** Processor time that a process has taken, in ms. */
    static long cpuMs(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        // The second field is the program's name, in which anything may stand.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER - STATE]) + Long.parseLong(fields[SYSTEM - STATE])) * MS_A_TICK;
    }

    /** Processor time that the whole machine has spent working, in ms. */
    static long machineMs() {
        String[] fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +", -1);
        long[] ticks = LongStream.range(1, STOLEN_TO)
                .map(i -> Long.parseLong(fields[(int) i]))
                .toArray();
        return (LongStream.of(ticks).sum() - ticks[IDLE] - ticks[WAITING]) * MS_A_TICK;
    }

    /** Memory that a process has in RAM now, in KiB. */
    static long residentKb(long pid) {
        return kb(pid, "VmRSS:");
    }

    /** The most that it ever had. */
    static long mostResidentKb(long pid) {
        return kb(pid, "VmHWM:");
    }

    private static long kb(long pid, String name) {
        List<String> lines = read(Path.of("/proc/" + pid + "/status")).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": the process is gone, or this is not Linux", e);
        }
    }
}
