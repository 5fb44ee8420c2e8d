package recon.local.probe;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import recon.local.live.ConfigOption;
import recon.local.live.Opened;
import recon.local.summary.TextTable;

/** {@code recon probe}. */
@Command(
        name = "probe",
        description = "Finds out with read-only keys how the exchange behaves where its documentation is silent.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:asked", "2:the configuration or a key is wrong", "4:the exchange is unreachable"})
public final class ProbeCommand implements Callable<Integer> {
    private static final TextTable TABLE = new TextTable(90);

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
            opened.checks().require();
            print(new Probe(opened.accounts(), opened.questions()).answers(), printed);
            return 0;
        }
    }

    private void print(List<Answered> answers, PrintWriter printed) {
        printed.println(TABLE.of(
                answers,
                List.of(
                        TABLE.left("question", Answered::question),
                        TABLE.left("answer", answer -> answer.answer().orElse("not known")),
                        TABLE.left("evidence", Answered::evidence))));
        printed.println();
        printed.println("What is not known stays as assumed. For " + config.path() + ":");
        printed.println("ledger:");
        for (Answered answer : answers) {
            answer.setting()
                    .ifPresent(setting -> printed.println(answer.answer()
                            .map(value -> "  " + setting + ": " + value)
                            .orElse("  # " + setting + ": not known yet")));
        }
        printed.println("  # effect-delay: shows only in daily use, as movements that a capture takes late");
        printed.println("Futures are not asked.");
        printed.flush();
    }
}
