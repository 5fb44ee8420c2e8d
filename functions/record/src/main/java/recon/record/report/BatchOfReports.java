package recon.record.report;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import recon.intake.report.Interpreter;
import recon.intake.report.Reading;
import recon.ledger.RawRef;
import recon.ledger.order.OrderKey;
import recon.ledger.symbol.Symbol;
import recon.record.symbol.SymbolDirectory;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.Added;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.QueuedReport;
import recon.storage.execution.ReportedExecution;
import recon.storage.registry.ReconciliationError;
import recon.storage.schema.Schema;

/** The messages of one invocation, and how far each of them has come. */
final class BatchOfReports {
    private static final Logger LOG = System.getLogger(BatchOfReports.class.getName());

    private final List<QueuedMessage> messages;
    private final String key;
    private final InstantSource clock;
    private final Map<Integer, Reading.Understood> understood = new LinkedHashMap<>();
    private final Map<Integer, ReportedExecution> executions = new LinkedHashMap<>();
    private final Map<Integer, Rejection> rejected = new LinkedHashMap<>();
    private final Map<Integer, Rejection> waiting = new LinkedHashMap<>();
    private final Set<String> comeAgain = new HashSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private final List<ReconciliationError> remarks = new ArrayList<>();

    /** @param key the archived messages, a row each */
    BatchOfReports(List<QueuedMessage> messages, String key, InstantSource clock) {
        this.messages = messages;
        this.key = key;
        this.clock = clock;
    }

    void interpret(List<QueuedReport> reports, Interpreter interpreter) {
        for (int row = 0; row < reports.size(); row++) {
            switch (interpreter.read(reports.get(row))) {
                case Reading.Understood known -> {
                    understood.put(row, known);
                    unknown.addAll(known.report().unknown());
                }
                case Reading.Unusable(String account, String reason) ->
                    rejected.put(row, new Rejection(Rejection.UNREADABLE, account, "", reason));
            }
        }
    }

    /** Gives each report the assets of its symbol; the list of symbols is read again at most once. */
    void resolve(SymbolDirectory symbols) {
        if (understood.values().stream()
                .anyMatch(one -> symbols.symbol(one.symbol()).isEmpty())) {
            symbols.read();
        }
        understood.forEach((row, one) -> {
            Optional<Symbol> symbol = symbols.symbol(one.symbol());
            if (symbol.isPresent()) {
                executions.put(row, one.execution(symbol.get(), new RawRef(key, row)));
            } else {
                wait(row, one);
            }
        });
    }

    private void wait(int row, Reading.Understood one) {
        Rejection rejection = new Rejection(
                Rejection.UNKNOWN_SYMBOL,
                one.message().account(),
                one.symbol(),
                "the symbol " + one.symbol() + " is not in the exchange's list, which was asked for each time");
        waiting.put(row, rejection);
        if (messages.get(row).deliveries() < Schema.DELIVERIES) {
            comeAgain.add(messages.get(row).messageId());
        } else {
            rejected.put(row, rejection);
        }
    }

    Collection<ReportedExecution> executions() {
        return executions.values();
    }

    int waiting() {
        return waiting.size();
    }

    /** Sorts out what the book did not take. */
    void settle(Added added) {
        executions.forEach((row, one) -> {
            OrderKey order = one.execution().order();
            if (added.contended().contains(order)) {
                comeAgain.add(messages.get(row).messageId());
            } else if (added.refused().containsKey(order)) {
                String reason = String.valueOf(added.refused().get(order));
                rejected.put(row, new Rejection(Rejection.UNREADABLE, order.account(), order.symbol(), reason));
            }
        });
        added.differing().forEach(one -> remarks.add(Rejection.differing(one, clock.instant())));
    }

    /** The orders may not have been told: their messages come again. */
    void notTold(List<OrderRecord> orders) {
        Set<OrderKey> keys = orders.stream().map(OrderRecord::order).collect(Collectors.toSet());
        executions.forEach((row, one) -> {
            if (keys.contains(one.execution().order())) {
                comeAgain.add(messages.get(row).messageId());
            }
        });
    }

    /** One that cannot even be rejected comes again, and the queue itself gives it up in the end. */
    void reject(Rejections rejections) {
        remarks.forEach(rejections::report);
        rejected.forEach((row, rejection) -> {
            QueuedMessage message = messages.get(row);
            try {
                rejections.reject(message, rejection.error(message.body(), new RawRef(key, row), clock.instant()));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "message " + message.messageId() + " could not be put apart and comes again", e);
                comeAgain.add(message.messageId());
            }
        });
    }

    Recorded recorded(Added added) {
        return new Recorded(comeAgain, added.fresh(), added.repeated(), waiting.size(), rejected.size(), unknown);
    }
}
