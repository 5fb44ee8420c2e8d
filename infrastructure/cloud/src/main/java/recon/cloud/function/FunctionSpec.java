package recon.cloud.function;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.storage.schema.Schema;

/**
 * What differs from function to function.
 *
 * @param kind the kind of work, which names function, package and queue
 * @param description a sentence for who looks at the console
 * @param memoryMb memory in MB; a whole processor comes with 1,769
 * @param seconds how long it may run at most
 * @param concurrency how many batches of its queue's messages are worked on at once, at least 2
 * @param batch how many messages it is handed at once at most
 * @param windowSeconds how long messages wait for others to share a batch at most; AWS wants one for more than 10
 */
public record FunctionSpec(
        String kind, String description, int memoryMb, int seconds, int concurrency, int batch, int windowSeconds) {
    /**
     * A task may take all the time of an invocation. A message stays hidden, and a task leased, for
     * {@link Schema#VISIBILITY_SECONDS}: a worker has ended before another may take its place.
     */
    private static final int A_TASK = Schema.VISIBILITY_SECONDS - 60;
    /**
     * A batch of reports takes seconds. Lambda may take several attempts to hand a batch over, so a message stays hidden
     * for more than six times that long.
     */
    private static final int A_BATCH = 120;

    public static final FunctionSpec COLLECT =
            new FunctionSpec("collect", "Exchange to raw archive to ledger entries", 1024, A_TASK, 3, 1, 0);

    public static final FunctionSpec RECONCILE =
            new FunctionSpec("reconcile", "Ledger and balances to variances and reports", 1769, A_TASK, 2, 1, 0);

    /** A batch becomes one object of the archive: up to 1,000 reports, or those of 5 s. */
    public static final FunctionSpec RECORD =
            new FunctionSpec(Schema.RECORD, "Execution reports to executions and orders", 1769, A_BATCH, 2, 1000, 5);

    /** All rows of an account are in memory at once. Whatever else happens, two accounts are folded at a time. */
    public static final FunctionSpec AGGREGATE =
            new FunctionSpec("aggregate", "Futures fills, orders and income to trade entries", 3008, A_TASK, 2, 1, 0);

    /** A person begins it, and it reads what others have archived. */
    public static final FunctionSpec RESYNC =
            new FunctionSpec("resync", "The archive read again into the books", 1769, A_TASK, 2, 1, 0);

    /** Smaller batches sooner: somebody behind the broker waits. */
    public static final FunctionSpec BRIDGE =
            new FunctionSpec(Schema.BRIDGE, "Execution reports to RabbitMQ", 1024, A_BATCH, 2, 100, 1);

    /**
     * The functions of every installation. The concurrencies of those that work every day, with a plan and two sweeps
     * beside them, stay within the 10 executions at once that a new AWS account has: nothing is throttled, and so no
     * message dies of being refused. With {@link #BRIDGE} it takes two more, two while somebody replays the archive, and two for
     * the minutes in which futures are folded.
     */
    public static final List<FunctionSpec> ALWAYS = List.of(COLLECT, RECONCILE, AGGREGATE, RECORD, RESYNC);

    public FunctionSpec {
        requireNonNull(kind, "kind is null");
        requireNonNull(description, "description is null");
    }
}
