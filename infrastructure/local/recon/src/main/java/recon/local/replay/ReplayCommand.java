package recon.local.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.ledger.setting.Settlement;
import recon.local.ExitCode;
import recon.local.books.BooksOption;
import recon.local.books.KeptBooks;
import recon.local.live.BooksFolder;
import recon.local.machine.Mappers;
import recon.local.stack.LocalStack;
import recon.local.summary.Export;
import recon.resync.handler.ReplayStatus;
import recon.resync.plan.Stock;
import recon.storage.archive.ArchiveIndex;
import recon.storage.report.Reports;

/** {@code recon replay}. */
@Command(
        name = "replay",
        description = "Rebuilds the books from the archive alone, without the exchange.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the books are what the archive says",
            "2:an option or the configuration is wrong; nothing was changed",
            "3:something was missing or differs, or an archived object cannot be read"
        })
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--from",
            description = "the first UTC day on which answers were received (default: the archive's first)")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "the last such day, included (default: the archive's last)")
    private @Nullable LocalDate to;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BooksOption option;

    @Option(
            names = "--into",
            description = "an empty folder: rebuild everything there, and compare the reports; the books stay as they"
                    + " are")
    private @Nullable Path into;

    @Override
    public Integer call() {
        if (from != null && to != null && from.isAfter(to)) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " is after --to " + to);
        }
        try {
            KeptBooks folder = option.books();
            Optional<Path> target = Optional.ofNullable(into).map(EmptyFolder::stack);
            ReplaySummary summary = replay(folder, target);
            summary.print(printed());
            printed()
                    .println("Reports: "
                            + Optional.ofNullable(into).orElse(folder.out()).resolve("reports"));
            printed().flush();
            return summary.clean() ? 0 : ExitCode.DIFFERENCES;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ReplaySummary replay(KeptBooks folder, Optional<Path> target) {
        printed().println("Reading the archive of " + folder.out() + " ...");
        printed().flush();
        try (LocalStack stack = LocalStack.start(folder.stack());
                Place archive = Place.on(stack, BooksFolder.INSTALLATION)) {
            new Stock(new ArchiveIndex(archive.clients(), archive.settings()))
                    .require(Optional.ofNullable(from), Optional.ofNullable(to));
            return target.map(empty -> into(folder, archive, empty)).orElseGet(() -> inPlace(folder, archive));
        }
    }

    private ReplaySummary inPlace(KeptBooks folder, Place books) {
        ReplayStatus status = machine(folder, books, books).replay(Optional.ofNullable(from), Optional.ofNullable(to));
        export(books, status, folder, folder.out());
        return new ReplaySummary(status, Optional.empty());
    }

    private ReplaySummary into(KeptBooks folder, Place archive, Path empty) {
        try (LocalStack stack = LocalStack.start(empty);
                Place books = Place.on(stack, BooksFolder.INSTALLATION)) {
            ReplayStatus status =
                    machine(folder, archive, books).replay(Optional.ofNullable(from), Optional.ofNullable(to));
            export(books, status, folder, empty.resolve("../..").normalize());
            return new ReplaySummary(status, Optional.of(compare(archive, books, status, folder.settlement())));
        }
    }

    static ReportComparison compare(Place original, Place rebuilt, ReplayStatus status, Settlement settlement) {
        return ReportComparison.of(
                new Reports(original.clients(), original.settings()),
                new Reports(rebuilt.clients(), rebuilt.settings()),
                firstReported(status, settlement),
                status.to());
    }

    /** The oldest report that is written because of what was received: of the day that was closed for good then. */
    private static LocalDate firstReported(ReplayStatus status, Settlement settlement) {
        return settlement.closedWith(status.from().minusDays(1)).getFirst();
    }

    private static ReplayMachine machine(KeptBooks folder, Place archive, Place books) {
        return new ReplayMachine(
                archive,
                books,
                folder.settings(),
                folder.settlement(),
                Mappers.standard(),
                new LeapingClock(Clock.systemUTC()));
    }

    private static void export(Place books, ReplayStatus status, KeptBooks folder, Path target) {
        Export.reports(
                new Reports(books.clients(), books.settings()),
                firstReported(status, folder.settlement()),
                status.to(),
                target.resolve("reports"));
    }

    private PrintWriter printed() {
        return spec.commandLine().getOut();
    }
}
