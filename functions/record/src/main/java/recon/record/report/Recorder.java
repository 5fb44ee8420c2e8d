package recon.record.report;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import recon.binance.executionreport.ExecutionReportReader;
import recon.intake.report.Interpreter;
import recon.record.symbol.ExchangeInfoRequests;
import recon.record.symbol.SymbolDirectory;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.EventBus;
import recon.storage.execution.Added;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.OrderEvent;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.QueuedReport;
import recon.storage.execution.ReportArchive;

/**
 * Records a batch of messages: first they are archived as they came, then each execution is recorded once together with
 * the change of its order, then the changed orders are told to others. A message is dealt with when all of that is done.
 * It may come any number of times, in any order, to any number of workers, and each of them may die at any point: what
 * was recorded but perhaps not told is told by whoever meets the order next, at the latest when the message comes again.
 */
public final class Recorder {
    private static final Logger LOG = System.getLogger(Recorder.class.getName());

    private final ReportArchive archive;
    private final Interpreter interpreter;
    private final SymbolDirectory symbols;
    private final ExchangeInfoRequests exchangeInfo;
    private final ExecutionBook book;
    private final EventBus bus;
    private final Rejections rejections;
    private final InstantSource clock;

    /** @param reader reads the exchange's reports */
    public Recorder(
            ReportArchive archive,
            ExecutionReportReader reader,
            SymbolDirectory symbols,
            ExchangeInfoRequests exchangeInfo,
            ExecutionBook book,
            EventBus bus,
            Rejections rejections,
            InstantSource clock) {
        this.archive = requireNonNull(archive, "archive is null");
        this.interpreter = new Interpreter(archive, reader);
        this.symbols = requireNonNull(symbols, "symbols is null");
        this.exchangeInfo = requireNonNull(exchangeInfo, "exchangeInfo is null");
        this.book = requireNonNull(book, "book is null");
        this.bus = requireNonNull(bus, "bus is null");
        this.rejections = requireNonNull(rejections, "rejections is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Records what these messages say.
     *
     * @param messages at most as many as one invocation takes, 1,000
     */
    public Recorded record(List<QueuedMessage> messages) {
        if (messages.isEmpty()) {
            return new Recorded(Set.of(), 0, 0, 0, 0, Set.of());
        }
        List<QueuedReport> reports = messages.stream()
                .map(message -> QueuedReport.of(message.body(), message.texts()))
                .toList();
        String key = archive.put(reports, clock.instant());
        BatchOfReports batch = new BatchOfReports(messages, key, clock);
        batch.interpret(reports, interpreter);
        batch.resolve(symbols);
        if (batch.waiting() > 0) {
            exchangeInfo.ask(clock.instant());
        }
        Added added = book.add(batch.executions());
        batch.settle(added);
        tell(added.orders().stream().filter(OrderRecord::untold).toList(), batch);
        batch.reject(rejections);
        Recorded recorded = batch.recorded(added);
        log(recorded, key);
        return recorded;
    }

    private void tell(List<OrderRecord> orders, BatchOfReports batch) {
        if (orders.isEmpty()) {
            return;
        }
        try {
            bus.publish(orders.stream().map(OrderEvent::of).toList());
            book.told(orders);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, orders.size() + " orders could not be told; their messages come again", e);
            batch.notTold(orders);
        }
    }

    private static void log(Recorded recorded, String key) {
        LOG.log(
                Level.INFO,
                "{0} new executions, {1} repeated, {2} waiting for their symbol, {3} rejected, {4} come again: {5}",
                recorded.fresh(),
                recorded.repeated(),
                recorded.waiting(),
                recorded.rejected(),
                recorded.comeAgain().size(),
                key);
        if (!recorded.unknown().isEmpty()) {
            LOG.log(Level.WARNING, "kept, although the exchange does not document them: " + recorded.unknown());
        }
    }
}
