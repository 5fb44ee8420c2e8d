package recon.record.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.json.ExchangeJson;
import recon.ledger.order.OrderKey;
import recon.ledger.symbol.Symbol;
import recon.record.symbol.SymbolDirectory;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.execution.OrderRecord;
import recon.storage.memory.MemoryBook;
import recon.storage.memory.MemoryReports;
import recon.storage.registry.ReconciliationError;

/** A recorder with everything in memory. */
final class Bench implements EventBus, Rejections {
    static final Instant NOW = Instant.ofEpochMilli(Event.T0 + 10_000);
    private static final ExecutionReportReader READER = new ExecutionReportReader(ExchangeJson.mapper());
    /** A strong reference, or the level is forgotten. */
    private static final Logger QUIET = Logger.getLogger("recon.record");

    final MemoryBook book = new MemoryBook();
    final MemoryReports archive = new MemoryReports();
    final List<Symbol> listed = new ArrayList<>(List.of(new Symbol("ABCUSDT", "ABC", "USDT", "TRADING", true, false)));
    final List<Instant> asked = new ArrayList<>();
    final List<DomainEvent> told = new ArrayList<>();
    final Map<QueuedMessage, ReconciliationError> rejected = new HashMap<>();
    final List<ReconciliationError> remarks = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    boolean busIsAway;
    boolean deadLettersAreAway;

    static {
        QUIET.setLevel(Level.OFF);
    }

    Recorder recorder() {
        return new Recorder(
                archive,
                READER,
                new SymbolDirectory(() -> {
                    steps.add("symbols");
                    return List.copyOf(listed);
                }),
                asked::add,
                book,
                this,
                this,
                () -> NOW);
    }

    Recorded record(Event... events) {
        return recorder()
                .record(IntStream.range(0, events.length)
                        .mapToObj(i -> events[i].message("m" + i, "a/1"))
                        .toList());
    }

    OrderRecord order(long id) {
        return book.order(new OrderKey("7", "ABCUSDT", id)).orElseThrow();
    }

    /** What a consumer is left with who drops the older of two revisions. */
    DomainEvent lastTold() {
        return told.stream()
                .max(Comparator.comparing(
                        event -> Long.valueOf(event.id().substring(event.id().lastIndexOf('#') + 1))))
                .orElseThrow();
    }

    @Override
    public void publish(List<DomainEvent> events) {
        if (busIsAway) {
            throw new IllegalStateException("the bus is away");
        }
        told.addAll(events);
    }

    @Override
    public void reject(QueuedMessage message, ReconciliationError why) {
        if (deadLettersAreAway) {
            throw new IllegalStateException("the dead-letter queue is away");
        }
        rejected.put(message, why);
    }

    @Override
    public void report(ReconciliationError error) {
        remarks.add(error);
    }
}
