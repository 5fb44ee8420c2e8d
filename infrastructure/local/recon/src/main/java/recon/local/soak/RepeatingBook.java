package recon.local.soak;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.storage.execution.Added;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.Healed;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportedExecution;
import recon.storage.execution.SightedOrder;

/** A book without the guard: what comes again goes in again, under a number of its own. */
final class RepeatingBook implements ExecutionBook {
    private static final long FAR = 1_000_000_000_000L;

    private final ExecutionBook book;
    private final Set<String> seen = new HashSet<>();
    private long repeats;

    RepeatingBook(ExecutionBook book) {
        this.book = book;
    }

    @Override
    public Added add(Collection<ReportedExecution> executions) {
        return book.add(executions.stream().map(this::numbered).toList());
    }

    @Override
    public List<OrderRecord> sight(Collection<SightedOrder> orders) {
        return book.sight(orders);
    }

    @Override
    public Healed heal(Collection<HealedFill> fills) {
        return book.heal(fills);
    }

    @Override
    public List<OrderRecord> orders(Collection<OrderKey> orders) {
        return book.orders(orders);
    }

    @Override
    public List<HealedFill> healed(String account, String symbol, LocalDate day) {
        return book.healed(account, symbol, day);
    }

    @Override
    public void told(Collection<OrderRecord> orders) {
        book.told(orders);
    }

    @Override
    public Optional<OrderRecord> order(OrderKey order) {
        return book.order(order);
    }

    @Override
    public List<ReportedExecution> executions(String account, String symbol, LocalDate day) {
        return book.executions(account, symbol, day);
    }

    private ReportedExecution numbered(ReportedExecution one) {
        Execution it = one.execution();
        if (seen.add(it.order() + " " + it.executionId())) {
            return one;
        }
        return new ReportedExecution(
                new Execution(
                        it.order(),
                        FAR + ++repeats,
                        it.kind(),
                        it.status(),
                        it.time(),
                        it.terms(),
                        it.fill(),
                        it.filled(),
                        it.prevention(),
                        it.rejectReason(),
                        it.expiryReason(),
                        it.others()),
                one.baseAsset(),
                one.quoteAsset(),
                one.eventTime(),
                one.receivedAt(),
                one.raw());
    }
}
