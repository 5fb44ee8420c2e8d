package recon.benchmark.position;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Fills and their income to lifecycles, beside a pandas script that does what the source plan says, in one run over the same
 * rows: the time of both once the rows are parsed, the time from compressed JSON, and a comparison row by row.
 */
public final class PositionsBenchmark {
    private static final Map<String, String> DEFAULTS =
            Map.of("--fills", "1000000", "--runs", "7", "--python", "python3", "--script", "src/main/python/plan.py");
    private static final double NANOS = 1e9;

    private PositionsBenchmark() {}

    /** {@code --fills N --runs N --python COMMAND --script FILE}, each of them optional. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not an option with a value: " + arguments[i] + "; there are "
                        + DEFAULTS.keySet().stream().sorted().toList());
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        int fills = Integer.parseInt(given.getOrDefault("--fills", ""));
        int runs = Integer.parseInt(given.getOrDefault("--runs", ""));
        Path folder = Files.createTempDirectory("positions");
        PrintStream out = System.out;
        FillsToLifecycles folding = new FillsToLifecycles(fills);
        folding.rows();
        AnswerFiles files = AnswerFiles.write(folding.rowsOf(), folder);

        report(out, "folded, once parsed", fills, runs, median(runs, _ -> folding.fold().closed));
        report(out, "parsed from gzipped JSON and folded", fills, runs, median(runs, _ -> files.fold(folding).closed));
        files.entries(folding);
        PandasRun pandas = PandasRun.of(
                given.getOrDefault("--python", ""), Path.of(given.getOrDefault("--script", "")), folder, runs);
        report(out, "pandas, once parsed", fills, runs, pandas.medianNanos());
        out.printf("pandas read the rows from CSV in %.2f s%n", pandas.readNanos() / NANOS);
        out.println(EntryComparison.of(folder));
        out.println("Everything is in " + folder);
    }

    private static void report(PrintStream out, String what, int fills, int runs, long nanos) {
        out.printf(
                "%-40s %8.2f s  %,12.0f fills/s  (median of %d)%n", what, nanos / NANOS, fills / (nanos / NANOS), runs);
    }

    /** Warms up as often as it measures. */
    private static long median(int runs, ToLongFunction<Integer> work) {
        long[] nanos = LongStream.range(0, 2L * runs)
                .map(run -> {
                    long begun = System.nanoTime();
                    if (work.applyAsLong((int) run) == 0) {
                        throw new IllegalStateException("nothing was closed");
                    }
                    return System.nanoTime() - begun;
                })
                .skip(runs)
                .sorted()
                .toArray();
        return nanos[nanos.length / 2];
    }
}
