package recon.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.ledger.symbol.Symbol;
import recon.record.report.Rejections;
import recon.record.symbol.ExchangeInfoRequests;
import recon.simulator.Simulator;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionBook;
import recon.storage.memory.MemoryBook;
import recon.storage.memory.MemoryReports;
import recon.storage.registry.ReconciliationError;

/** What outlives every worker: executions and orders, the archive, the registry, and what others were told. */
final class Books implements EventBus, Rejections, ExchangeInfoRequests {
    private static final ObjectMapper JSON = new ObjectMapper();

    final MemoryBook book = new MemoryBook();
    final MemoryReports archive = new MemoryReports();
    final List<QueuedMessage> rejected = new ArrayList<>();
    /** The greatest revision of an order that was told, by the event's id without it. */
    final Map<String, Long> told = new HashMap<>();

    private final SoakErrors errors = new SoakErrors();
    private final List<Symbol> all;
    private final ExecutionBook taking;
    private List<Symbol> listed;

    /** @param known how many symbols are known before anybody asks */
    Books(Site site, int known) {
        this.all = symbols(site.exchange);
        this.listed = all.subList(0, Math.min(known, all.size()));
        this.taking = site.without(Guard.DEDUPLICATION) ? new RepeatingBook(book) : book;
    }

    /** The book as the recorder has it. */
    ExecutionBook taking() {
        return taking;
    }

    SoakErrors errors() {
        return errors;
    }

    /** Every symbol of the exchange. */
    List<Symbol> symbols() {
        return all;
    }

    /** The symbols that anybody has asked for. */
    List<Symbol> listed() {
        return listed;
    }

    @Override
    public void ask(Instant now) {
        listed = all;
    }

    @Override
    public void publish(List<DomainEvent> events) {
        for (DomainEvent event : events) {
            int end = event.id().lastIndexOf('#');
            told.merge(event.id().substring(0, end), Long.valueOf(event.id().substring(end + 1)), Math::max);
        }
    }

    @Override
    public void reject(QueuedMessage message, ReconciliationError why) {
        rejected.add(message);
        errors.put(why);
    }

    @Override
    public void report(ReconciliationError error) {
        errors.put(error);
    }

    /** Every symbol of an exchange, asked for. */
    static List<Symbol> symbols(Simulator exchange) {
        try {
            JsonNode info =
                    JSON.readTree(exchange.ask("/api/v3/exchangeInfo", "", "").body());
            List<Symbol> symbols = new ArrayList<>();
            for (JsonNode each : info.path("symbols")) {
                symbols.add(new Symbol(
                        each.path("symbol").textValue(),
                        each.path("baseAsset").textValue(),
                        each.path("quoteAsset").textValue(),
                        each.path("status").textValue(),
                        true,
                        false));
            }
            return List.copyOf(symbols);
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange's list of symbols cannot be read", e);
        }
    }
}
