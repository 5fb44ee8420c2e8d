package recon.storage.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Some executions of each of many orders, few enough that one transaction takes an order's. At first many orders share a
 * transaction; what then fails is tried again with one for each order, so that no order fails for another's sake.
 */
final class Pass {
    private final Table executions;
    private final Table orders;
    private final Map<OrderKey, Slice> pending;
    private final Tally tally;

    Pass(Table executions, Table orders, List<Slice> due, Tally tally) {
        this.executions = executions;
        this.orders = orders;
        this.pending = new LinkedHashMap<>();
        due.forEach(slice -> pending.put(slice.order(), slice));
        this.tally = tally;
    }

    void run() {
        if (pending.isEmpty()) {
            return;
        }
        round(Verdict.MOST_WRITES);
        if (!pending.isEmpty()) {
            Retry.attempt(() -> {
                round(0);
                return pending.isEmpty() ? Optional.of(true) : Optional.empty();
            });
        }
        pending.values().forEach(tally::contended);
    }

    /** Some executions of one order, no more than fit a transaction. */
    record Slice(OrderKey order, List<ReportedExecution> executions) {}

    /** What of a slice is new, and the order with it. */
    private record Unit(Slice slice, Optional<OrderRecord> before, OrderRecord after, List<ReportedExecution> fresh) {
        int writes() {
            return fresh.size() + 1;
        }
    }

    /** What came of a transaction; {@code invalid} says why the store cannot hold it, and is empty if it can. */
    private record Outcome(List<Unit> units, Verdict verdict, String invalid) {}

    private void round(int mostWrites) {
        Map<OrderKey, OrderRecord> before = orders(List.copyOf(pending.values()));
        Map<Map<String, AttributeValue>, ReportedExecution> known = known(before, mostWrites == 0);
        // Who finds an execution there finds it in its order as well, in one that was read afterwards.
        before.putAll(orders(pending.values().stream()
                .filter(slice -> slice.executions().stream()
                        .anyMatch(one -> known.containsKey(ExecutionItems.key(one.execution()))))
                .toList()));
        List<Unit> units = new ArrayList<>();
        for (Slice slice : List.copyOf(pending.values())) {
            Optional<OrderRecord> stored = Optional.ofNullable(before.get(slice.order()));
            List<ReportedExecution> fresh = slice.executions().stream()
                    .filter(one -> !known.containsKey(ExecutionItems.key(one.execution())))
                    .toList();
            if (fresh.isEmpty()) {
                done(slice, stored, 0, known);
            } else {
                units.add(new Unit(slice, stored, after(stored, fresh), fresh));
            }
        }
        Lanes.all(transactions(units, mostWrites).stream()
                        .map(transaction -> (Callable<Outcome>) () -> write(transaction))
                        .toList())
                .forEach(outcome -> settle(outcome, known));
    }

    private void settle(Outcome outcome, Map<Map<String, AttributeValue>, ReportedExecution> known) {
        if (outcome.verdict() instanceof Verdict.Written) {
            for (Unit unit : outcome.units()) {
                done(unit.slice(), Optional.of(unit.after()), unit.fresh().size(), known);
            }
        } else if (!outcome.invalid().isEmpty() && outcome.units().size() == 1) {
            Slice slice = outcome.units().getFirst().slice();
            tally.refused(slice, outcome.invalid());
            pending.remove(slice.order());
        }
    }

    /** An order that is not there although its executions are: their ids belong to another order. */
    private void done(
            Slice slice,
            Optional<OrderRecord> now,
            int fresh,
            Map<Map<String, AttributeValue>, ReportedExecution> known) {
        for (ReportedExecution one : slice.executions()) {
            ReportedExecution other = known.get(ExecutionItems.key(one.execution()));
            if (other != null && !other.execution().equals(one.execution())) {
                tally.differs(one);
            }
        }
        now.ifPresent(order -> tally.added(order, fresh));
        pending.remove(slice.order());
    }

    /**
     * The executions that are there. One with a greater id than any of its order cannot be, and is not looked for,
     * unless its first transaction failed: then another order may have its id.
     */
    private Map<Map<String, AttributeValue>, ReportedExecution> known(
            Map<OrderKey, OrderRecord> before, boolean every) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (Slice slice : pending.values()) {
            long last = Optional.ofNullable(before.get(slice.order()))
                    .flatMap(order -> order.state().lastExecutionId())
                    .orElse(-1L);
            slice.executions().stream()
                    .map(ReportedExecution::execution)
                    .filter(one -> every || one.executionId() <= last)
                    .forEach(one -> keys.add(ExecutionItems.key(one)));
        }
        return new Batches(executions).get(keys).stream().collect(Collectors.toMap(Item::key, ExecutionItems::read));
    }

    private Map<OrderKey, OrderRecord> orders(List<Slice> slices) {
        return new Batches(orders)
                .get(slices.stream().map(slice -> OrderItems.key(slice.order())).toList()).stream()
                        .map(OrderItems::read)
                        .collect(Collectors.toMap(
                                OrderRecord::order, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }

    private static OrderRecord after(Optional<OrderRecord> before, List<ReportedExecution> fresh) {
        Optional<OrderState> state = before.map(OrderRecord::state);
        for (ReportedExecution one : fresh) {
            state = Optional.of(state.map(s -> s.and(one.execution())).orElseGet(() -> OrderState.of(one.execution())));
        }
        ReportedExecution any = fresh.getFirst();
        return new OrderRecord(
                state.orElseThrow(),
                any.baseAsset(),
                any.quoteAsset(),
                before.map(OrderRecord::told).orElse(0L));
    }

    private static List<List<Unit>> transactions(List<Unit> units, int mostWrites) {
        List<List<Unit>> transactions = new ArrayList<>();
        int writes = 0;
        for (Unit unit : units) {
            writes += unit.writes();
            if (transactions.isEmpty() || writes > mostWrites) {
                transactions.add(new ArrayList<>());
                writes = unit.writes();
            }
            transactions.getLast().add(unit);
        }
        return transactions;
    }

    private Outcome write(List<Unit> units) {
        try {
            return new Outcome(
                    units,
                    orders.transact(
                            units.stream().flatMap(u -> writes(u).stream()).toList()),
                    "");
        } catch (DynamoDbException e) {
            if (!invalid(e)) {
                throw e;
            }
            return new Outcome(units, new Verdict.Collided(), "the store cannot hold it: " + e.getMessage());
        }
    }

    private List<TransactWriteItem> writes(Unit unit) {
        List<TransactWriteItem> writes = new ArrayList<>();
        for (ReportedExecution one : unit.fresh()) {
            writes.add(executions.putting(ExecutionItems.write(one), "attribute_not_exists(#pk)", Map.of()));
        }
        Item after = OrderItems.write(unit.after());
        writes.add(unit.before()
                .map(b -> orders.putting(
                        after, "#revision = :revision", Map.of(":revision", Values.number(b.revision()))))
                .orElseGet(() -> orders.putting(after, "attribute_not_exists(#pk)", Map.of())));
        return writes;
    }

    /** Whether it is the content that DynamoDB does not take: an item too large, a number too long. */
    private static boolean invalid(DynamoDbException e) {
        if (e instanceof TransactionCanceledException canceled) {
            return canceled.cancellationReasons().stream().anyMatch(r -> "ValidationError".equals(r.code()));
        }
        return e.awsErrorDetails() != null
                && "ValidationException".equals(e.awsErrorDetails().errorCode());
    }
}
