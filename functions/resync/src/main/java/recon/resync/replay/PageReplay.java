package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import recon.binance.source.Source;
import recon.intake.page.ArchivedPages;
import recon.intake.page.Books;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;
import recon.storage.work.Task;

/** Reads an answer of the exchange again, as it was read when it came. */
final class PageReplay {
    private final Archive archive;
    private final ArchivedPages pages;
    private final Books books;
    private final Symbols symbols;

    PageReplay(Archive archive, ArchivedPages pages, Books books, Symbols symbols) {
        this.archive = requireNonNull(archive, "archive is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.books = requireNonNull(books, "books is null");
        this.symbols = requireNonNull(symbols, "symbols is null");
    }

    /** Reads the pages of a source. */
    ObjectReplay of(Source source) {
        return (Task task, String key) -> {
            RawResponse response = archive.get(key);
            return switch (pages.read(source, key, response, symbols, symbols::contracts)) {
                case ArchivedPages.Meaning.Counts(var observations) ->
                    Map.of(Counts.RESTORED, (long) books.restore(observations, response.receivedAt()));
                case ArchivedPages.Meaning.AskedAgain() -> Map.of(Counts.ASKED_AGAIN, 1L);
                case ArchivedPages.Meaning.Refused(String reason) -> Map.of(Counts.REFUSED, 1L);
            };
        };
    }
}
