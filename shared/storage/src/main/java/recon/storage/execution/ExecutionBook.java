package recon.storage.execution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;

/**
 * Executions, each once by account, symbol and execution id, and the orders they leave. An execution and the change of
 * its order are there together or not at all. What reports did not bring can be filled in from the exchange's own lists;
 * a trade is counted once by account, symbol, trade and order, whichever way it came first.
 */
public interface ExecutionBook {
    /** Adds executions in any order; those that are there already change nothing. */
    Added add(Collection<ReportedExecution> executions);

    /**
     * Adds what the exchange lists of orders; what tells nothing new changes nothing.
     *
     * @return the orders as they stand then, in the order given
     * @throws recon.storage.StorageException.Contended if others write to an order all the time
     */
    List<OrderRecord> sight(Collection<SightedOrder> orders);

    /**
     * Adds trades of which no execution is there; those that are there in either way change nothing.
     *
     * @throws recon.storage.StorageException.Contended if others write to an order all the time
     */
    Healed heal(Collection<HealedFill> fills);

    /** Takes note that these orders were published as they stand in these records. */
    void told(Collection<OrderRecord> orders);

    Optional<OrderRecord> order(OrderKey order);

    /** Those of the orders that are there, in no particular order. */
    List<OrderRecord> orders(Collection<OrderKey> orders);

    /** The executions of a symbol that happened on a UTC day, by execution id. */
    List<ReportedExecution> executions(String account, String symbol, LocalDate day);

    /** The trades of a symbol on a UTC day that were healed, by trade; also those whose reports came after all. */
    List<HealedFill> healed(String account, String symbol, LocalDate day);
}
