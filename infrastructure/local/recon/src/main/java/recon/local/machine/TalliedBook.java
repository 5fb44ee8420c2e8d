package recon.local.machine;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.storage.execution.Added;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.Healed;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportedExecution;
import recon.storage.execution.SightedOrder;

/** A book that counts what is added to it, account by account. The accounts of a batch are added one after another. */
final class TalliedBook implements ExecutionBook {
    private final ExecutionBook book;
    private final RecordTally tally;

    TalliedBook(ExecutionBook book, RecordTally tally) {
        this.book = requireNonNull(book, "book is null");
        this.tally = requireNonNull(tally, "tally is null");
    }

    @Override
    public Added add(Collection<ReportedExecution> executions) {
        Added all = new Added(List.of(), 0, 0, List.of(), Set.of(), Map.of());
        for (var account : byAccount(executions).entrySet()) {
            Added added = book.add(account.getValue());
            tally.add(account.getKey(), added.fresh(), added.repeated());
            all = both(all, added);
        }
        return all;
    }

    private static Map<String, List<ReportedExecution>> byAccount(Collection<ReportedExecution> executions) {
        return executions.stream()
                .collect(Collectors.groupingBy(
                        one -> one.execution().order().account(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Added both(Added one, Added other) {
        List<OrderRecord> orders = new ArrayList<>(one.orders());
        orders.addAll(other.orders());
        List<ReportedExecution> differing = new ArrayList<>(one.differing());
        differing.addAll(other.differing());
        Set<OrderKey> contended = new HashSet<>(one.contended());
        contended.addAll(other.contended());
        Map<OrderKey, String> refused = new HashMap<>(one.refused());
        refused.putAll(other.refused());
        return new Added(
                orders, one.fresh() + other.fresh(), one.repeated() + other.repeated(), differing, contended, refused);
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
    public void told(Collection<OrderRecord> orders) {
        book.told(orders);
    }

    @Override
    public Optional<OrderRecord> order(OrderKey order) {
        return book.order(order);
    }

    @Override
    public List<OrderRecord> orders(Collection<OrderKey> orders) {
        return book.orders(orders);
    }

    @Override
    public List<ReportedExecution> executions(String account, String symbol, LocalDate day) {
        return book.executions(account, symbol, day);
    }

    @Override
    public List<HealedFill> healed(String account, String symbol, LocalDate day) {
        return book.healed(account, symbol, day);
    }
}
