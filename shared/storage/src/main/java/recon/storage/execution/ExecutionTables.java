package recon.storage.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Change;
import recon.storage.item.Keys;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import recon.storage.registry.ActiveSymbols;
import recon.storage.registry.SymbolActivity;
import recon.storage.schema.Schema;

/** Executions and orders in DynamoDB. Both are changed in one transaction, of as many orders as it takes. */
public final class ExecutionTables implements ExecutionBook {
    /** One write of a transaction is the order's. */
    private static final int EXECUTIONS_AT_ONCE = Verdict.MOST_WRITES - 1;

    private static final String TRADE = "TRADE";
    private static final String PREVENTION = "TRADE_PREVENTION";
    private static final String REJECTED = "REJECTED";

    private final Table executions;
    private final Table orders;
    private final Filling filling;
    private final ActiveSymbols active;

    public ExecutionTables(AwsClients clients, AwsSettings settings) {
        this.executions = new Table(clients.dynamodb(), settings.table(Schema.EXECUTIONS));
        this.orders = new Table(clients.dynamodb(), settings.table(Schema.ORDERS));
        this.filling = new Filling(executions, orders);
        this.active = new ActiveSymbols(clients, settings);
    }

    /** Their symbols are noted first: what is recorded is always asked for. */
    @Override
    public Added add(Collection<ReportedExecution> reported) {
        active.note(reported.stream()
                .map(ReportedExecution::execution)
                // What was turned away at once is in no list of the exchange.
                .filter(execution -> !execution.kind().equals(REJECTED))
                .map(ExecutionTables::activity)
                .toList());
        Map<OrderKey, List<List<ReportedExecution>>> slices = new LinkedHashMap<>();
        byOrder(reported).forEach((order, all) -> slices.put(order, Batches.chunks(all, EXECUTIONS_AT_ONCE)));
        Tally tally = new Tally(reported.size());
        int passes = slices.values().stream().mapToInt(List::size).max().orElse(0);
        for (int pass = 0; pass < passes; pass++) {
            List<Pass.Slice> due = new ArrayList<>();
            for (var entry : slices.entrySet()) {
                if (pass < entry.getValue().size() && !tally.failed(entry.getKey())) {
                    due.add(new Pass.Slice(entry.getKey(), entry.getValue().get(pass)));
                }
            }
            new Pass(executions, orders, due, tally).run();
        }
        return tally.added();
    }

    private static SymbolActivity activity(Execution execution) {
        return SymbolActivity.at(
                execution.order().account(),
                execution.order().symbol(),
                execution.time(),
                execution.kind().equals(TRADE) || execution.kind().equals(PREVENTION));
    }

    @Override
    public List<OrderRecord> sight(Collection<SightedOrder> sighted) {
        return filling.sight(sighted);
    }

    @Override
    public Healed heal(Collection<HealedFill> fills) {
        return filling.heal(fills);
    }

    @Override
    public List<OrderRecord> orders(Collection<OrderKey> keys) {
        return filling.read(keys);
    }

    @Override
    public void told(Collection<OrderRecord> published) {
        List<Callable<Boolean>> chunks = Batches.chunks(List.copyOf(published), Verdict.MOST_WRITES).stream()
                .map(chunk -> (Callable<Boolean>) () -> tell(chunk))
                .toList();
        Lanes.all(chunks);
    }

    /** If others get in the way all the time it stays untold, and whoever meets the order publishes it again. */
    private boolean tell(List<OrderRecord> chunk) {
        List<OrderRecord> left = new ArrayList<>(chunk);
        return Retry.attempt(() -> {
                    switch (orders.transact(left.stream()
                            .map(o -> orders.updating(
                                    OrderItems.key(o.order()),
                                    new Change(
                                            "set #told = :told",
                                            "#told < :told",
                                            Map.of(":told", Values.number(o.revision())))))
                            .toList())) {
                        case Verdict.Written w -> left.clear();
                        case Verdict.Refused(var writes) ->
                            // Somebody told a later revision.
                            writes.stream().sorted((a, b) -> b - a).forEach(i -> left.remove(i.intValue()));
                        case Verdict.Collided c -> {
                            // Again.
                        }
                    }
                    return left.isEmpty() ? Optional.of(true) : Optional.empty();
                })
                .isPresent();
    }

    @Override
    public Optional<OrderRecord> order(OrderKey order) {
        return orders.get(OrderItems.key(order)).map(OrderItems::read);
    }

    @Override
    public List<ReportedExecution> executions(String account, String symbol, LocalDate day) {
        return ExecutionItems.query(executions, account, symbol, day).stream()
                .map(ExecutionItems::read)
                .toList();
    }

    @Override
    public List<HealedFill> healed(String account, String symbol, LocalDate day) {
        return executions
                .query(ExecutionItems.partition(account, symbol, day))
                .prefix(Keys.prefix(HealedItems.TRADE))
                .stream()
                .map(HealedItems::read)
                .toList();
    }

    /** Each execution once. */
    private static Map<OrderKey, List<ReportedExecution>> byOrder(Collection<ReportedExecution> reported) {
        Map<OrderKey, List<ReportedExecution>> byOrder = new LinkedHashMap<>();
        Map<String, HashSet<Long>> seen = new HashMap<>();
        for (ReportedExecution one : reported) {
            OrderKey order = one.execution().order();
            String scope = order.account() + "\n" + order.symbol();
            if (seen.computeIfAbsent(scope, s -> new HashSet<>())
                    .add(one.execution().executionId())) {
                byOrder.computeIfAbsent(order, o -> new ArrayList<>()).add(one);
            }
        }
        return byOrder;
    }
}
