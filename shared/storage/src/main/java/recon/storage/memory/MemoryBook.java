package recon.storage.memory;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;
import recon.storage.execution.Added;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.Healed;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportedExecution;
import recon.storage.execution.SightedOrder;

/** Executions and orders in memory, with the promises of the tables. */
public final class MemoryBook implements ExecutionBook {
    private record Id(String account, String symbol, long executionId) {}

    private final Map<Id, ReportedExecution> executions = new LinkedHashMap<>();
    private final List<HealedFill> healed = new ArrayList<>();
    private final Map<OrderKey, OrderRecord> orders = new TreeMap<>(Comparator.comparing(OrderKey::account)
            .thenComparing(OrderKey::symbol)
            .thenComparingLong(OrderKey::orderId));

    @Override
    public synchronized Added add(Collection<ReportedExecution> reported) {
        Map<OrderKey, OrderRecord> met = new LinkedHashMap<>();
        List<ReportedExecution> differing = new ArrayList<>();
        int fresh = 0;
        for (ReportedExecution one : reported) {
            OrderKey order = one.execution().order();
            ReportedExecution other = executions.putIfAbsent(
                    new Id(order.account(), order.symbol(), one.execution().executionId()), one);
            if (other == null) {
                orders.put(order, changed(one));
                fresh++;
            } else if (!other.execution().equals(one.execution())) {
                differing.add(one);
            }
            order(order).ifPresent(now -> met.put(order, now));
        }
        return new Added(List.copyOf(met.values()), fresh, reported.size() - fresh, differing, Set.of(), Map.of());
    }

    private OrderRecord changed(ReportedExecution one) {
        OrderRecord before = orders.get(one.execution().order());
        OrderState state =
                before == null ? OrderState.of(one.execution()) : before.state().and(one.execution());
        return new OrderRecord(state, one.baseAsset(), one.quoteAsset(), before == null ? 0 : before.told());
    }

    @Override
    public synchronized List<OrderRecord> sight(Collection<SightedOrder> sighted) {
        return sighted.stream().map(this::sight).toList();
    }

    private OrderRecord sight(SightedOrder sighted) {
        OrderRecord before = orders.get(sighted.sighting().order());
        OrderState state = before == null
                ? OrderState.of(sighted.sighting())
                : before.state().and(sighted.sighting());
        OrderRecord after =
                new OrderRecord(state, sighted.baseAsset(), sighted.quoteAsset(), before == null ? 0 : before.told());
        orders.put(after.order(), after);
        return after;
    }

    @Override
    public synchronized Healed heal(Collection<HealedFill> fills) {
        Map<OrderKey, OrderRecord> met = new LinkedHashMap<>();
        List<HealedFill> fresh = new ArrayList<>();
        List<HealedFill> unplaced = new ArrayList<>();
        for (HealedFill fill : fills) {
            OrderRecord before = orders.get(fill.order());
            if (before == null) {
                unplaced.add(fill);
                continue;
            }
            if (!reported(fill) && !before.state().healed().contains(fill.tradeId())) {
                orders.put(
                        fill.order(),
                        new OrderRecord(
                                before.state().heal(fill), before.baseAsset(), before.quoteAsset(), before.told()));
                healed.add(fill);
                fresh.add(fill);
            }
            order(fill.order()).ifPresent(now -> met.put(fill.order(), now));
        }
        return new Healed(List.copyOf(met.values()), fresh, unplaced);
    }

    private boolean reported(HealedFill fill) {
        return executions.values().stream()
                .map(ReportedExecution::execution)
                .anyMatch(one ->
                        one.order().equals(fill.order()) && one.fill().tradeId().equals(Optional.of(fill.tradeId())));
    }

    @Override
    public synchronized List<HealedFill> healed(String account, String symbol, LocalDate day) {
        return healed.stream()
                .filter(fill -> fill.order().account().equals(account)
                        && fill.order().symbol().equals(symbol)
                        && LocalDate.ofInstant(fill.time(), ZoneOffset.UTC).equals(day))
                .sorted(Comparator.comparingLong(HealedFill::tradeId)
                        .thenComparingLong(fill -> fill.order().orderId()))
                .toList();
    }

    @Override
    public synchronized List<OrderRecord> orders(Collection<OrderKey> keys) {
        return keys.stream().distinct().flatMap(key -> order(key).stream()).toList();
    }

    @Override
    public synchronized void told(Collection<OrderRecord> published) {
        for (OrderRecord one : published) {
            orders.computeIfPresent(
                    one.order(),
                    (key, now) -> new OrderRecord(
                            now.state(), now.baseAsset(), now.quoteAsset(), Math.max(now.told(), one.revision())));
        }
    }

    @Override
    public synchronized Optional<OrderRecord> order(OrderKey order) {
        return Optional.ofNullable(orders.get(order));
    }

    /** Every order, by account, symbol and id. */
    public synchronized List<OrderRecord> orders() {
        return List.copyOf(orders.values());
    }

    /** Every execution, in the order they came. */
    public synchronized List<ReportedExecution> executions() {
        return List.copyOf(executions.values());
    }

    @Override
    public synchronized List<ReportedExecution> executions(String account, String symbol, LocalDate day) {
        return executions.values().stream()
                .filter(one -> one.execution().order().account().equals(account))
                .filter(one -> one.execution().order().symbol().equals(symbol))
                .filter(one -> LocalDate.ofInstant(one.execution().time(), ZoneOffset.UTC)
                        .equals(day))
                .sorted(Comparator.comparingLong(one -> one.execution().executionId()))
                .toList();
    }
}
