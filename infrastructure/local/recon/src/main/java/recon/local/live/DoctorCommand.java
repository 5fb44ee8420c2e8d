package recon.local.live;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.local.ExitCode;
import recon.local.check.Finding;
import recon.local.check.Finding.Level;

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
    private static final int WIDEST = 120;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--config", required = true, description = "the accounts, for instance accounts.yaml")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Override
    public Integer call() {
        PrintWriter printed = spec.commandLine().getOut();
        try (Opened opened = Opened.of(config, printed)) {
            List<Finding> findings = opened.checks().all();
            printed.println(AsciiTable.getTable(
                    AsciiTable.NO_BORDERS,
                    findings,
                    List.of(
                            column("").with(finding -> finding.level().word()),
                            column("what").with(Finding::subject),
                            column("found").with(Finding::text))));
            printed.flush();
            return code(findings);
        }
    }

    private static Column column(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(WIDEST);
    }

    private static int code(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.level() == Level.REFUSED)) {
            return ExitCode.WRONG;
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.UNREACHABLE) ? ExitCode.UNREACHABLE : 0;
    }
}
