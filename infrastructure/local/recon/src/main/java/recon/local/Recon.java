package recon.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.local.demo.DemoCommand;
import recon.local.live.DoctorCommand;
import recon.local.live.RunCommand;
import recon.local.live.StreamCommand;
import recon.local.positions.PositionsCommand;
import recon.local.probe.ProbeCommand;
import recon.local.replay.ReplayCommand;
import recon.local.review.AnnotateCommand;
import recon.local.review.ErrorsCommand;
import recon.local.soak.SoakCommand;
import recon.local.statement.VerifyCommand;

/** The {@code recon} command. Errors of use are one line and exit code 2; a stack trace is shown when asked for. */
@Command(
        name = "recon",
        description = "Keeps the books of Binance accounts.",
        subcommands = {
            RunCommand.class,
            DoctorCommand.class,
            ProbeCommand.class,
            ErrorsCommand.class,
            AnnotateCommand.class,
            VerifyCommand.class,
            ReplayCommand.class,
            PositionsCommand.class,
            DemoCommand.class,
            StreamCommand.class,
            SoakCommand.class,
            TestCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Recon implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command with its way of telling errors. */
    public static CommandLine commandLine() {
        return new CommandLine(new Recon())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((error, arguments) -> {
                    error.getCommandLine().getErr().println("recon: " + oneLine(error) + " (see: recon help)");
                    return ExitCode.WRONG;
                })
                .setExecutionExceptionHandler((error, command, result) -> {
                    command.getErr().println("recon: " + oneLine(error));
                    if (System.getenv("RECON_TRACE") != null) {
                        error.printStackTrace(command.getErr());
                    }
                    return ExitCode.of(error);
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static String oneLine(Exception error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
