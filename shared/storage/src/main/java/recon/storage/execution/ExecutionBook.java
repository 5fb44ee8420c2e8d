package recon.storage.execution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import recon.ledger.order.OrderKey;

/**
 * Executions, each once by account, symbol and execution id, and the orders they leave. An execution and the change of
 * its order are there together or not at all.
 */
public interface ExecutionBook {
    /** Adds executions in any order; those that are there already change nothing. */
    Added add(Collection<ReportedExecution> executions);

    /** Takes note that these orders were published as they stand in these records. */
    void told(Collection<OrderRecord> orders);

    Optional<OrderRecord> order(OrderKey order);

    /** The executions of a symbol that happened on a UTC day, by execution id. */
    List<ReportedExecution> executions(String account, String symbol, LocalDate day);
}
