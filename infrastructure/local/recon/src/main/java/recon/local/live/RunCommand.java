package recon.local.live;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.local.ExitCode;

/** {@code recon run}. */
@Command(
        name = "run",
        description = "Collects and reconciles one day of real accounts.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every variance is zero",
            "2:an option, the configuration or a key is wrong; nothing was touched",
            "3:there are variances or gaps",
            "4:the exchange is unreachable"
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigOption config;

    @Option(names = "--date", description = "the UTC day to close (default: the last one that has ended)")
    private @Nullable LocalDate date;

    @Option(
            names = "--out",
            defaultValue = "books",
            description = "folder for everything it keeps and writes (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() {
        PrintWriter printed = spec.commandLine().getOut();
        try (Opened opened = Opened.of(config.path(), printed)) {
            opened.checks().require();
            LiveRun run = new LiveRun(
                    opened.configuration(),
                    opened.accounts(),
                    day(LocalDate.ofInstant(opened.questions().exchangeTime(), ZoneOffset.UTC)),
                    folder());
            return run.run(opened.clock(), opened.pace(), printed) ? 0 : ExitCode.DIFFERENCES;
        }
    }

    private Path folder() {
        try {
            BooksFolder.state(out);
            return out.normalize();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** @param today by the exchange's clock */
    private LocalDate day(LocalDate today) {
        LocalDate ended = today.minusDays(1);
        LocalDate wanted = Optional.ofNullable(date).orElse(ended);
        if (wanted.isAfter(ended)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--date " + wanted + " has not ended yet on the exchange's clock (UTC): give a day up to " + ended);
        }
        return wanted;
    }
}
