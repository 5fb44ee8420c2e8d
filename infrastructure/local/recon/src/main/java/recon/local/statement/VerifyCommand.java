package recon.local.statement;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.ledger.Account;
import recon.ledger.entry.Booking;
import recon.ledger.statement.StatementCheck;
import recon.ledger.statement.StatementComparison;
import recon.ledger.statement.StatementRow;
import recon.local.ExitCode;
import recon.local.books.BooksOption;
import recon.local.books.OpenedBooks;

/** {@code recon verify}. */
@Command(
        name = "verify",
        description = "Compares the books row by row with the statement that a person downloads from Binance.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:both have the same",
            "2:an option, the configuration or the file is wrong",
            "3:one side has what the other has not"
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BooksOption folder;

    @Option(names = "--statement", required = true, description = "the CSV of all statements")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path statement;

    @Option(names = "--from", description = "first day, UTC (default: that of the first row)")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "last day, UTC (default: up to the last row)")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        try {
            List<StatementRow> rows = StatementFile.read(statement);
            Stretch stretch = Stretch.of(rows, from, to);
            try (OpenedBooks books = OpenedBooks.of(folder.books())) {
                return compare(rows, stretch, books);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int compare(List<StatementRow> rows, Stretch stretch, OpenedBooks books) {
        Set<String> named = rows.stream().map(StatementRow::userId).collect(Collectors.toSet());
        List<Account> accounts =
                books.accounts().stream().filter(a -> named.contains(a.id())).toList();
        List<Booking> booked = accounts.stream()
                .flatMap(account -> books.ledger().bookings(account.id(), stretch.from(), stretch.to()).stream())
                .toList();
        StatementComparison result =
                StatementCheck.of(rows.stream().filter(stretch::holds).toList(), booked);
        PrintWriter printed = spec.commandLine().getOut();
        new Comparison(result, stretch, named, accounts).print(printed);
        printed.flush();
        return result.agrees() ? 0 : ExitCode.DIFFERENCES;
    }

    /** What is compared: {@code [from, to)}. */
    record Stretch(Instant from, Instant to) {
        static Stretch of(List<StatementRow> rows, @Nullable LocalDate first, @Nullable LocalDate last) {
            Instant earliest = rows.stream()
                    .map(StatementRow::time)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant latest = rows.stream()
                    .map(StatementRow::time)
                    .max(Instant::compareTo)
                    .orElseThrow();
            LocalDate begin = first == null ? LocalDate.ofInstant(earliest, ZoneOffset.UTC) : first;
            Instant end = last == null
                    ? latest.plusSeconds(1)
                    : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant start = begin.atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("--from " + begin + " is after what --to or the last row ends with");
            }
            return new Stretch(start, end);
        }

        boolean holds(StatementRow row) {
            return !row.time().isBefore(from) && row.time().isBefore(to);
        }
    }
}
