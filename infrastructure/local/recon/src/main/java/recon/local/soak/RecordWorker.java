package recon.local.soak;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.json.ExchangeJson;
import recon.record.report.Recorder;
import recon.record.report.Rejections;
import recon.record.symbol.ExchangeInfoRequests;
import recon.record.symbol.SymbolDirectory;
import recon.simulator.draw.Draw;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.ReportArchive;

/** Workers of the function {@code record}: the real recorder, which may die at any of its calls. */
final class RecordWorker {
    private static final ExecutionReportReader READER = new ExecutionReportReader(ExchangeJson.mapper());
    private static final int MOST = 100;
    private static final int CALLS = 6;
    private static final int UNANSWERED_PERCENT = 3;

    private final Site site;
    private final Books books;
    private final Draw draw;
    private Optional<Recorder> living = Optional.empty();
    private boolean calm;

    RecordWorker(Site site, Books books) {
        this.site = site;
        this.books = books;
        this.draw = site.draw("record worker");
    }

    /** One invocation; tells whether there was anything to do. */
    boolean invoke() {
        List<QueuedMessage> batch = site.record.receive(calm ? MOST : draw.between(1, MOST), site.time.millis());
        if (batch.isEmpty()) {
            return false;
        }
        boolean doomed = !calm && draw.chance(site.conditions.crashPercent());
        try {
            Set<String> again = (doomed ? doomed() : living()).record(batch).comeAgain();
            if (calm || !draw.chance(UNANSWERED_PERCENT)) {
                batch.stream()
                        .map(QueuedMessage::messageId)
                        .filter(id -> !again.contains(id))
                        .forEach(site.record::delete);
            }
        } catch (Mortal.Killed | Mortal.CallFailed e) {
            // The messages come again, to a worker that knows nothing of this one.
            living = Optional.empty();
        }
        return true;
    }

    /** From here on workers live. */
    void calm() {
        calm = true;
    }

    private Recorder living() {
        Recorder recorder = living.orElseGet(() -> recorder(books.archive, books, books.taking(), books, books));
        living = Optional.of(recorder);
        return recorder;
    }

    private Recorder doomed() {
        Mortal mortal = new Mortal(draw.between(1, CALLS), draw.chance(50), draw.chance(70));
        return recorder(
                mortal.reached(ReportArchive.class, books.archive),
                mortal.reached(ExchangeInfoRequests.class, books),
                mortal.reached(ExecutionBook.class, books.taking()),
                mortal.reached(EventBus.class, books),
                mortal.reached(Rejections.class, books));
    }

    private Recorder recorder(
            ReportArchive archive, ExchangeInfoRequests info, ExecutionBook book, EventBus bus, Rejections rejections) {
        return new Recorder(
                archive, READER, new SymbolDirectory(books::listed), info, book, bus, rejections, site.time);
    }
}
