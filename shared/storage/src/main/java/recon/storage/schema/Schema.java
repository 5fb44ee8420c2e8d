package recon.storage.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;

/** The names and keys of everything that is stored. */
public final class Schema {
    /** The partition key of every table, a text. */
    public static final String PARTITION = "pk";
    /** The sort key of every table but the budgets, a text. */
    public static final String SORT = "sk";

    public static final String LEDGER = "ledger";
    public static final String BALANCES = "balances";
    public static final String RUNS = "runs";
    public static final String REGISTRY = "registry";
    public static final String BUDGETS = "budgets";
    /** Up to when the user-data streams are in the queue. */
    public static final String STREAM = "stream";
    /** Executions, once each. */
    public static final String EXECUTIONS = "executions";
    /** Orders as their executions left them. */
    public static final String ORDERS = "orders";

    /** Trade entries, and what was written about them. */
    public static final String POSITIONS = "positions";

    /** The index of {@link #RUNS} over all that falls due. */
    public static final String DUE_INDEX = "due";
    /** The index's partition: the kind of the run. */
    public static final String DUE_KIND = "due_kind";
    /** The index's order: when it falls due, epoch milliseconds. */
    public static final String DUE_AT = "due_at";
    /** The epoch second after which an item is of no use: a budget, or a generation of entries that was replaced. */
    public static final String EXPIRES_AT = "expires_at";

    /** The kinds of work. Each has a queue of that name and, as every queue, one for what cannot be delivered. */
    public static final List<String> KINDS = List.of("collect", "reconcile", "aggregate", "resync");
    /** Execution reports on their way to be recorded. */
    public static final String RECORD = "record";
    /** The same reports on their way to RabbitMQ, where that is wanted. */
    public static final String BRIDGE = "bridge";
    /** All queues, each named after the function that reads it. */
    public static final List<String> QUEUES =
            Stream.concat(KINDS.stream(), Stream.of(RECORD, BRIDGE)).toList();
    /** Deliveries before a message moves to the dead-letter queue, unless it is for the bridge. */
    public static final int DELIVERIES = 5;
    /**
     * What the broker does not take comes again after {@link #VISIBILITY_SECONDS}, for a day: its maintenance is over by
     * then. What the bridge itself cannot use it puts apart at once.
     */
    private static final int DELIVERIES_TO_THE_BRIDGE = 96;
    /** How long a received message stays out of sight: as long as a function may run. */
    public static final int VISIBILITY_SECONDS = 900;

    public static final List<TableSpec> TABLES = List.of(
            new TableSpec(LEDGER, true, Optional.empty(), Optional.empty()),
            new TableSpec(BALANCES, true, Optional.empty(), Optional.empty()),
            new TableSpec(
                    RUNS,
                    true,
                    Optional.of(new TableSpec.Index(DUE_INDEX, DUE_KIND, DUE_AT, List.of("state", "lease"))),
                    Optional.empty()),
            new TableSpec(REGISTRY, true, Optional.empty(), Optional.empty()),
            new TableSpec(STREAM, true, Optional.empty(), Optional.empty()),
            new TableSpec(EXECUTIONS, true, Optional.empty(), Optional.empty()),
            new TableSpec(ORDERS, true, Optional.empty(), Optional.empty()),
            new TableSpec(POSITIONS, true, Optional.empty(), Optional.of(EXPIRES_AT)),
            new TableSpec(BUDGETS, false, Optional.empty(), Optional.of(EXPIRES_AT)));

    private Schema() {}

    /** Deliveries of a message of a queue before it moves to the dead-letter queue. */
    public static int deliveries(String queue) {
        return queue.equals(BRIDGE) ? DELIVERIES_TO_THE_BRIDGE : DELIVERIES;
    }

    /** Creates what is not there yet: for one machine and for tests; a cloud has its stack for this. */
    public static void create(AwsClients clients, AwsSettings settings) {
        Tables.create(clients.dynamodb(), settings);
        Places.create(clients, settings);
    }
}
