package recon.resync.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.storage.archive.ArchiveIndex;
import recon.storage.execution.RefusedReports;
import recon.storage.execution.RejectedFrames;
import recon.storage.item.Lanes;

/** What there is to be read again. */
public final class Stock {
    /** What a report refers to is read with the report; a frame that nobody understood and a file of old history mean nothing for the books. */
    private static final Set<String> NO_BOOKS =
            Set.of(RefusedReports.SOURCE, RejectedFrames.SOURCE, DownloadedFile.SOURCE);

    private final ArchiveIndex index;

    public Stock(ArchiveIndex index) {
        this.index = requireNonNull(index, "index is null");
    }

    /**
     * Looks whether anything was received on these UTC days, both included.
     *
     * @param from empty for the first day of the archive
     * @param to empty for the last
     * @throws IllegalArgumentException if nothing was
     */
    public void require(Optional<LocalDate> from, Optional<LocalDate> to) {
        received(from, to);
    }

    /** What was received on these days, as {@link #require} understands them; never empty. */
    List<Shelf> received(Optional<LocalDate> from, Optional<LocalDate> to) {
        List<Shelf> received = all().filter(
                        shelf -> from.map(first -> !shelf.day().isBefore(first)).orElse(true))
                .filter(shelf -> to.map(last -> !shelf.day().isAfter(last)).orElse(true))
                .toList();
        if (received.isEmpty()) {
            throw new IllegalArgumentException("the archive holds nothing that was received"
                    + from.map(day -> " from " + day).orElse("")
                    + to.map(day -> " to " + day).orElse("") + ": give other days");
        }
        return received;
    }

    private Stream<Shelf> all() {
        List<Callable<List<Shelf>>> lists = index.sources().stream()
                .filter(source -> !NO_BOOKS.contains(source))
                .flatMap(source -> index.accounts(source).stream()
                        .map(account -> (Callable<List<Shelf>>) () -> index.days(source, account).stream()
                                .map(day -> new Shelf(source, account, day))
                                .toList()))
                .toList();
        return Lanes.all(lists).stream().flatMap(List::stream);
    }
}
