package recon.cloud.right;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.cloud.queue.WorkQueues;
import recon.cloud.store.Buckets;
import recon.storage.event.Collected;
import recon.storage.position.AnnotationBook;
import recon.storage.schema.Schema;
import software.amazon.awscdk.services.iam.Role;

/**
 * What the functions may do that keep the books, which work through runs and their tasks. Nothing may scan, or
 * delete an object; only who reads the archive again may list it.
 */
public final class BookRights {
    private static final List<String> READ = List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
    private static final List<String> WRITE = List.of(
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem");

    private final Grants grants;
    private final WorkQueues queues;

    public BookRights(Grants grants, WorkQueues queues) {
        this.grants = requireNonNull(grants, "grants is null");
        this.queues = requireNonNull(queues, "queues is null");
    }

    /**
     * What {@code collect} does, which reads balances to know which assets need a price, and fills in what the streams
     * missed.
     */
    public void collect(Role role, List<String> secrets) {
        grants.items(role, "Read", READ, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY, Schema.BUDGETS);
        grants.items(
                role, "Write", WRITE, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY, Schema.BUDGETS);
        grants.items(role, "Watermarks", List.of("dynamodb:Query"), Schema.STREAM);
        grants.items(role, "Reported", READ, Schema.EXECUTIONS, Schema.ORDERS);
        grants.items(role, "Healed", List.of("dynamodb:PutItem"), Schema.EXECUTIONS);
        grants.items(role, "HealedOrders", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"), Schema.ORDERS);
        grants.put(role, "Archive", Buckets.RAW);
        work(role);
        grants.secrets(role, secrets);
    }

    /** Changes nothing in the ledger, and reads the archive to check the ledger against it. */
    public void reconcile(Role role) {
        grants.items(role, "Read", READ, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY);
        grants.items(role, "Write", WRITE, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY);
        grants.read(role, "Archive", Buckets.RAW);
        grants.put(role, "Reports", Buckets.REPORTS);
        grants.put(role, "Collections", Buckets.RAW + "source=" + Collected.SOURCE + "/");
        work(role);
    }

    /**
     * Reads the archive, keeps copies of it, and writes trade entries and reports. Before it joins the parts of a report it
     * reads them.
     */
    public void aggregate(Role role) {
        grants.read(role, "Archive", Buckets.RAW);
        grants.read(role, "Packed", Buckets.PACKED);
        grants.put(role, "Packs", Buckets.PACKED);
        grants.items(role, "Read", READ, Schema.POSITIONS, Schema.RUNS, Schema.REGISTRY);
        grants.items(role, "Write", WRITE, Schema.POSITIONS, Schema.RUNS, Schema.REGISTRY);
        grants.put(role, "Reports", Buckets.REPORTS);
        grants.read(role, "Parts", Buckets.REPORTS);
        grants.put(role, "Collections", Buckets.RAW + "source=" + Collected.FUTURES_SOURCE + "/");
        work(role);
    }

    /**
     * Reads the archive and writes what follows from it: entries, captures, prices, executions. It can archive nothing but
     * what a person wrote about a trade, write no report, and has nothing to ask the exchange with.
     */
    public void resync(Role role) {
        grants.read(role, "Archive", Buckets.RAW);
        grants.items(
                role,
                "Read",
                READ,
                Schema.LEDGER,
                Schema.BALANCES,
                Schema.RUNS,
                Schema.REGISTRY,
                Schema.EXECUTIONS,
                Schema.ORDERS);
        grants.items(role, "Write", WRITE, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY);
        grants.put(role, "Annotations", Buckets.RAW + "source=" + AnnotationBook.SOURCE + "/");
        grants.items(role, "Annotated", List.of("dynamodb:GetItem", "dynamodb:PutItem"), Schema.POSITIONS);
        grants.items(role, "Synced", List.of("dynamodb:Query"), Schema.POSITIONS);
        grants.items(role, "Executions", List.of("dynamodb:PutItem"), Schema.EXECUTIONS);
        grants.items(role, "Orders", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"), Schema.ORDERS);
        work(role);
    }

    /** Each function sweeps, and a sweep sends the tasks of every kind and tells the events of every run. */
    private void work(Role role) {
        grants.due(role);
        grants.send(role, "Work", Schema.KINDS.stream().map(queues::queue));
        grants.tell(role);
    }
}
