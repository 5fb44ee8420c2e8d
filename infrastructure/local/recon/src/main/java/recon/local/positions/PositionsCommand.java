package recon.local.positions;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.binance.json.ExchangeJson;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.setting.LedgerSettings;
import recon.local.ExitCode;

/** {@code recon positions}. */
@Command(
        name = "positions",
        description = "Makes trades of the answers of a USD-M futures account: one row for each closed position.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything has its place",
            "2:an option or the folder is wrong",
            "3:something was refused, is missing, or has no place: the files and the last lines name it"
        })
public final class PositionsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            description = "a folder of files {\"userTrades\":[…],\"allOrders\":[…],\"income\":[…]}, or one such file")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path from;

    @Option(
            names = "--out",
            defaultValue = "out-positions",
            description = "where the files are written (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--account",
            defaultValue = "account",
            description = "what the account is called in the files (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String account;

    @Option(
            names = "--commission-sign",
            description = "how the exchange signs the fee in userTrades: paid_is_positive or paid_is_negative, as in"
                    + " accounts.yaml (default ${DEFAULT-VALUE})")
    private CommissionSign sign = LedgerSettings.ASSUMED.commissionSign();

    @Override
    public Integer call() {
        try {
            Dump dump = new Dump();
            DumpReader reader = new DumpReader(ExchangeJson.mapper(), account, sign, dump, DumpReader.MOST_ROWS);
            List<Path> files = files(dump);
            files.forEach(reader::read);
            PrintWriter printed = spec.commandLine().getOut();
            Outcome outcome = Aggregation.of(dump, account, out);
            outcome.print(files.size(), out, printed);
            printed.flush();
            return outcome.clean() ? 0 : ExitCode.DIFFERENCES;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Whatever else is in the folder is passed over, and said to be. */
    private List<Path> files(Dump dump) {
        if (Files.isRegularFile(from)) {
            return List.of(from);
        }
        try (Stream<Path> inside = Files.list(from)) {
            List<Path> found = new ArrayList<>();
            for (Path file : inside.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".json") && Files.isRegularFile(file)) {
                    found.add(file);
                } else {
                    dump.skipped(name);
                }
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException("--from " + from + " holds no .json file");
            }
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException("--from " + from + " is no folder that can be read", e);
        }
    }
}
