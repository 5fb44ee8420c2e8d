package recon.benchmark.position;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the script printed.
 *
 * @param readNanos how long it took to read the rows
 * @param medianNanos of its runs
 */
record PandasRun(long readNanos, long medianNanos) {
    private static final double NANOS = 1e9;

    static PandasRun of(String python, Path script, Path folder, int runs) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python, script.toString(), folder.toString(), Integer.toString(runs))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(python + " " + script + " failed: is python3-pandas installed?");
        }
        long[] sorted = nanos(lines, "run ").sorted().toArray();
        return new PandasRun(nanos(lines, "read ").findFirst().orElseThrow(), sorted[sorted.length / 2]);
    }

    private static LongStream nanos(List<String> lines, String of) {
        return lines.stream().filter(line -> line.startsWith(of)).mapToLong(line ->
                (long) (Double.parseDouble(line.substring(of.length())) * NANOS));
    }
}
