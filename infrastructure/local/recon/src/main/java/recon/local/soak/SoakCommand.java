package recon.local.soak;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
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
    private static final int EVERY = 500;
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
    public Integer call() {
        if (seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds is 1 or more");
        }
        QUIET.setLevel(Level.OFF);
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        long reports = 0;
        for (long seed = from; seed < from + seeds; seed++) {
            Result result = Course.run(seed, Set.of());
            reports += result.emitted();
            if (!result.isGood()) {
                failed++;
                tell(out, result);
            }
            if ((seed - from + 1) % EVERY == 0) {
                out.println(seed - from + 1 + " seeds, " + failed + " failed");
                out.flush();
            }
        }
        out.println(seeds + " seeds from " + from + " with " + reports + " reports: "
                + (failed == 0 ? "every promise was kept" : failed + " failed"));
        out.flush();
        return failed == 0 ? 0 : ExitCode.DIFFERENCES;
    }

    private static void tell(PrintWriter out, Result result) {
        out.println("seed " + result.seed() + " failed; again: ./recon soak --seeds 1 --from " + result.seed());
        result.findings().forEach(finding -> out.println("  " + finding));
        out.flush();
    }
}
