package recon.local;

import picocli.CommandLine;
import recon.accounts.ConfigurationError;
import recon.local.check.ExchangeUnreachable;

/** What a command tells the shell. */
public final class ExitCode {
    /** Wrong use: an option, the configuration or a key. */
    public static final int WRONG = CommandLine.ExitCode.USAGE;
    /** There are variances or gaps. */
    public static final int DIFFERENCES = 3;
    /** The exchange does not answer. */
    public static final int UNREACHABLE = 4;

    private ExitCode() {}

    /** The code of an error that ended a command. */
    static int of(Exception error) {
        return switch (error) {
            case ConfigurationError wrong -> WRONG;
            case ExchangeUnreachable away -> UNREACHABLE;
            default -> CommandLine.ExitCode.SOFTWARE;
        };
    }
}
