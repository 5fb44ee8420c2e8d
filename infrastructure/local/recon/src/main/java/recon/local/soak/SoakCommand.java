package recon.local.soak;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.local.ExitCode;

/** {@code recon soak}. */
@Command(
        name = "soak",
        description =
                "Runs the fault suite of the stream: simulated days with everything going wrong, one for each seed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every seed kept every promise", "2:an option is wrong", "3:a seed did not"})
public final class SoakCommand implements Callable<Integer> {
    /** So many are begun before the first of them is told of. */
    private static final int PORTION = 500;
    /** Deaths and outages are what is wanted here; a strong reference, or the level is forgotten. */
    private static final Logger QUIET = Logger.getLogger("recon");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--seeds", defaultValue = "200", description = "how many seeds (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(names = "--from", defaultValue = "1", description = "the first seed (default ${DEFAULT-VALUE})")
    private long from;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds is 1 or more");
        }
        QUIET.setLevel(Level.OFF);
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        long reports = 0;
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
            for (long first = from; first < from + seeds; first += PORTION) {
                long next = Math.min(first + PORTION, from + seeds);
                for (Future<Result> run : threads.invokeAll(courses(first, next))) {
                    Result result = run.get();
                    reports += result.emitted();
                    if (!result.isGood()) {
                        failed++;
                        tell(out, result);
                    }
                }
                if (next < from + seeds) {
                    out.println(next - from + " seeds, " + failed + " failed");
                    out.flush();
                }
            }
        }
        out.println(seeds + " seeds from " + from + " with " + reports + " reports: "
                + (failed == 0 ? "every promise was kept" : failed + " failed"));
        out.flush();
        return failed == 0 ? 0 : ExitCode.DIFFERENCES;
    }

    private static List<Callable<Result>> courses(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(seed -> (Callable<Result>) () -> Course.run(seed, Set.of()))
                .toList();
    }

    private static void tell(PrintWriter out, Result result) {
        out.println("seed " + result.seed() + " failed; again: ./recon soak --seeds 1 --from " + result.seed());
        result.findings().forEach(finding -> out.println("  " + finding));
        out.flush();
    }
}
