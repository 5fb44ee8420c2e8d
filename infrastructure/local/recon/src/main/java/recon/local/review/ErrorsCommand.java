package recon.local.review;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.local.ExitCode;
import recon.local.books.BooksOption;
import recon.local.books.OpenedBooks;
import recon.local.summary.TextTable;
import recon.storage.registry.ReconciliationError;

/** {@code recon errors}. */
@Command(
        name = "errors",
        description = "Lists what went wrong and is not settled, and settles it with what a person found.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing that is open needs a person",
            "2:an option or the configuration is wrong; nothing was changed",
            "3:something needs a person"
        })
public final class ErrorsCommand implements Callable<Integer> {
    private static final TextTable TABLE = new TextTable(90);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BooksOption folder;

    @Option(names = "--resolved", description = "list those that are settled, with the notes")
    private boolean resolved;

    @Override
    public Integer call() {
        PrintWriter printed = spec.commandLine().getOut();
        return with(review -> {
            List<ReconciliationError> shown = resolved ? review.resolved() : review.open();
            if (shown.isEmpty()) {
                printed.println(resolved ? "Nothing was settled." : "Nothing is open.");
            } else {
                printed.println(table(shown));
            }
            printed.flush();
            return review.open().stream().anyMatch(ReconciliationError::needsManualReview) ? ExitCode.DIFFERENCES : 0;
        });
    }

    @Command(
            name = "resolve",
            description = "Settles one error.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:it is settled", "2:an option or the configuration is wrong; nothing was changed"})
    int resolve(
            @Option(names = "--id", required = true, description = "its id, as 'recon errors' shows it") String id,
            @Option(names = "--account", description = "whose it is, where several have that id") @Nullable
                    String account,
            @Option(names = "--notes", required = true, description = "what was found and done") String notes) {
        if (notes.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--notes says what was found and done: it cannot be empty");
        }
        return with(review -> {
            try {
                ReconciliationError settled = review.resolve(id, Optional.ofNullable(account), notes);
                spec.commandLine().getOut().println("Settled: " + settled.message());
                return 0;
            } catch (Review.NotSettled e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        });
    }

    private int with(Function<Review, Integer> work) {
        try (OpenedBooks books = OpenedBooks.of(folder.books())) {
            return work.apply(new Review(books.registry(), books.accounts(), books.resolutions(), books.clock()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String table(List<ReconciliationError> shown) {
        return TABLE.of(
                shown,
                List.of(
                        TABLE.left("met at", error -> error.timestamp().toString()),
                        TABLE.left("person", error -> error.needsManualReview() ? "needed" : ""),
                        TABLE.left("account", ReconciliationError::accountId),
                        TABLE.left("type", ReconciliationError::errorType),
                        TABLE.left("id", ReconciliationError::id),
                        TABLE.left(
                                "what",
                                error -> error.notes().isEmpty()
                                        ? error.message()
                                        : error.message() + "; " + error.notes())));
    }
}
