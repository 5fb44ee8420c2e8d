package recon.benchmark.weight;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.local.demo.DemoOptions;
import recon.local.stack.LocalStack;
import recon.local.weight.Scales;
import recon.local.weight.Weighing;

/**
 * Collects the spot wallets of a simulated exchange for some days with many workers, and prints what that used of the
 * exchange's request weight, beside the least that it takes with perfect knowledge and what the naive recipe takes.
 */
public final class WeightBenchmark {
    private static final Map<String, String> DEFAULTS = Map.of(
            "--accounts", "50", "--days", "30", "--symbols", "40", "--trades", "20", "--seed", "7", "--workers", "16");

    private WeightBenchmark() {}

    /** {@code --accounts N --days N --symbols N --trades N --seed N --workers N}, each of them optional. */
    public static void main(String... arguments) throws IOException {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not an option with a value: " + arguments[i] + "; there are "
                        + DEFAULTS.keySet().stream().sorted().toList());
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        PrintStream out = System.out;
        Path folder = Files.createTempDirectory("weight");
        DemoOptions options = new DemoOptions(
                number(given, "--days"),
                number(given, "--accounts"),
                number(given, "--seed"),
                Optional.empty(),
                folder,
                Integer.MAX_VALUE,
                number(given, "--symbols"),
                number(given, "--trades"));
        PrintWriter progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (LocalStack stack = LocalStack.start(folder.resolve("stack"))) {
            print(new Scales(options, number(given, "--workers")).weigh(stack, "weight", progress), out);
        }
        out.println("Everything it kept is in " + folder);
    }

    private static void print(Weighing weighing, PrintStream out) {
        out.println("| Source | used | least | used ÷ least |");
        out.println("|---|---:|---:|---:|");
        weighing.sources().forEach(line -> out.println(row(line.source(), line.used(), line.least(), line.ratio())));
        out.println();
        out.println("| Pool | used | least | used ÷ least | sweep | stream |");
        out.println("|---|---:|---:|---:|---:|---:|");
        weighing.pools()
                .forEach(pool -> out.println(row(pool.pool(), pool.used(), pool.least(), pool.ratio()) + " "
                        + pool.sweep() + " | " + pool.stream() + " |"));
        out.println();
        long trades = weighing.sources().stream()
                .filter(line -> line.source().equals("spot-trades"))
                .mapToLong(Weighing.Line::used)
                .sum();
        out.println("Naive recipe: " + weighing.naive() + " for " + weighing.naiveTrades() + " trades, "
                + BigDecimal.valueOf(weighing.naive())
                        .divide(BigDecimal.valueOf(Math.max(1, trades)), 1, RoundingMode.HALF_UP)
                + " times what spot-trades used.");
        out.println("Windows above the budget: "
                + weighing.peaks().stream()
                        .filter(peak -> peak.most() > peak.budget())
                        .toList());
        out.println("Fullest windows: "
                + weighing.peaks().stream()
                        .filter(peak -> !peak.bucket().contains(":uid:"))
                        .map(peak -> peak.bucket() + " " + peak.most() + " of " + peak.budget())
                        .toList());
        out.println(weighing.balanced() ? "Every day balances." : "There are variances or gaps.");
    }

    private static String row(String name, long used, long least, BigDecimal ratio) {
        return "| " + name + " | " + used + " | " + least + " | " + ratio + " |";
    }

    private static int number(Map<String, String> given, String option) {
        return Integer.parseInt(given.getOrDefault(option, ""));
    }
}
