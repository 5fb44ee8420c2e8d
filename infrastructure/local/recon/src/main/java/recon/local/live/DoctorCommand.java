package recon.local.live;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import recon.local.ExitCode;
import recon.local.check.Finding;
import recon.local.check.Finding.Level;
import recon.local.summary.TextTable;

/** {@code recon doctor}. */
@Command(
        name = "doctor",
        description = "Checks configuration, keys, clock and the way to the exchange, and touches nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is in order, or there are only warnings",
            "2:the configuration or a key is wrong",
            "4:the exchange is unreachable"
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final TextTable TABLE = new TextTable(120);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigOption config;

    @Override
    public Integer call() {
        PrintWriter printed = spec.commandLine().getOut();
        try (Opened opened = Opened.of(config.path(), printed)) {
            List<Finding> findings = opened.checks().all();
            printed.println(TABLE.of(
                    findings,
                    List.of(
                            TABLE.left("", finding -> finding.level().word()),
                            TABLE.left("what", Finding::subject),
                            TABLE.left("found", Finding::text))));
            printed.flush();
            return code(findings);
        }
    }

    private static int code(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.level() == Level.REFUSED)) {
            return ExitCode.WRONG;
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.UNREACHABLE) ? ExitCode.UNREACHABLE : 0;
    }
}
