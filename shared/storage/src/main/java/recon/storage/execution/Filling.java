package recon.storage.execution;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Fills in what reports did not bring. Whoever adds to an order changes its revision, and every write here asks for the
 * revision that was read before looking at the executions: nothing can come between.
 */
final class Filling {
    /** One write of a transaction is the order's. */
    private static final int FILLS_AT_ONCE = Verdict.MOST_WRITES - 1;

    private final Table executions;
    private final Table orders;

    Filling(Table executions, Table orders) {
        this.executions = executions;
        this.orders = orders;
    }

    List<OrderRecord> sight(Collection<SightedOrder> sighted) {
        Map<OrderKey, OrderRecord> known = read(
                        sighted.stream().map(each -> each.sighting().order()).toList())
                .stream()
                .collect(Collectors.toMap(OrderRecord::order, Function.identity()));
        return Lanes.all(sighted.stream()
                .map(each -> (Callable<OrderRecord>) () -> sight(
                        each, Optional.ofNullable(known.get(each.sighting().order()))))
                .toList());
    }

    private OrderRecord sight(SightedOrder sighted, Optional<OrderRecord> read) {
        Optional<OrderRecord> first = seen(sighted, read);
        return first.orElseGet(() -> Retry.until(
                "adding what is listed of order " + sighted.sighting().order(),
                () -> seen(sighted, one(sighted.sighting().order()))));
    }

    /** Empty if another was faster. */
    private Optional<OrderRecord> seen(SightedOrder sighted, Optional<OrderRecord> before) {
        OrderState state = before.map(record -> record.state().and(sighted.sighting()))
                .orElseGet(() -> OrderState.of(sighted.sighting()));
        if (before.isPresent() && before.get().state().equals(state)) {
            return before;
        }
        OrderRecord after = new OrderRecord(
                state,
                sighted.baseAsset(),
                sighted.quoteAsset(),
                before.map(OrderRecord::told).orElse(0L));
        return orders.transact(List.of(putting(after, before))) instanceof Verdict.Written
                ? Optional.of(after)
                : Optional.empty();
    }

    Healed heal(Collection<HealedFill> fills) {
        Map<OrderKey, List<HealedFill>> byOrder =
                fills.stream().collect(groupingBy(HealedFill::order, LinkedHashMap::new, Collectors.toList()));
        List<OrderRecord> touched = new ArrayList<>();
        List<HealedFill> fresh = new ArrayList<>();
        List<HealedFill> unplaced = new ArrayList<>();
        byOrder.forEach((order, all) -> {
            for (List<HealedFill> some : Batches.chunks(all, FILLS_AT_ONCE)) {
                Healed healed = Retry.until("healing order " + order, () -> heal(order, some));
                healed.orders().forEach(record -> {
                    touched.removeIf(earlier -> earlier.order().equals(order));
                    touched.add(record);
                });
                fresh.addAll(healed.fresh());
                unplaced.addAll(healed.unplaced());
            }
        });
        return new Healed(touched, fresh, unplaced);
    }

    /** Empty if another was faster. */
    private Optional<Healed> heal(OrderKey order, List<HealedFill> fills) {
        Optional<OrderRecord> found = one(order);
        if (found.isEmpty()) {
            return Optional.of(new Healed(List.of(), List.of(), fills));
        }
        OrderRecord before = found.get();
        Set<Long> known = new HashSet<>(before.state().healed());
        fills.stream()
                .map(fill -> LocalDate.ofInstant(fill.time(), ZoneOffset.UTC))
                .distinct()
                .flatMap(day -> reported(order, day).stream())
                .forEach(known::add);
        List<HealedFill> fresh =
                fills.stream().filter(fill -> known.add(fill.tradeId())).toList();
        if (fresh.isEmpty()) {
            return Optional.of(new Healed(List.of(before), List.of(), List.of()));
        }
        OrderState state = before.state();
        for (HealedFill fill : fresh) {
            state = state.heal(fill);
        }
        OrderRecord after = new OrderRecord(state, before.baseAsset(), before.quoteAsset(), before.told());
        List<TransactWriteItem> writes = new ArrayList<>();
        fresh.forEach(fill -> writes.add(executions.putting(HealedItems.write(fill))));
        writes.add(putting(after, found));
        return orders.transact(writes) instanceof Verdict.Written
                ? Optional.of(new Healed(List.of(after), fresh, List.of()))
                : Optional.empty();
    }

    /** The trades of the order on that day that were reported. */
    private List<Long> reported(OrderKey order, LocalDate day) {
        return ExecutionItems.query(executions, order.account(), order.symbol(), day).stream()
                .map(ExecutionItems::read)
                .map(ReportedExecution::execution)
                .filter(execution -> execution.order().equals(order))
                .flatMap(execution -> execution.fill().tradeId().stream())
                .toList();
    }

    List<OrderRecord> read(Collection<OrderKey> keys) {
        return new Batches(orders)
                .get(keys.stream().distinct().map(OrderItems::key).toList()).stream()
                        .map(OrderItems::read)
                        .toList();
    }

    private Optional<OrderRecord> one(OrderKey order) {
        return orders.get(OrderItems.key(order)).map(OrderItems::read);
    }

    private TransactWriteItem putting(OrderRecord after, Optional<OrderRecord> before) {
        Item item = OrderItems.write(after);
        return before.map(record -> orders.putting(
                        item, "#revision = :revision", Map.of(":revision", Values.number(record.revision()))))
                .orElseGet(() -> orders.putting(item, "attribute_not_exists(#pk)", Map.of()));
    }
}
