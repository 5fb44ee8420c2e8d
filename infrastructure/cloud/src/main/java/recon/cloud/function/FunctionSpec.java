package recon.cloud.function;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What differs from function to function.
 *
 * @param kind the kind of work, which names function, package and queue
 * @param description a sentence for who looks at the console
 * @param memoryMb memory in MB; a whole processor comes with 1,769
 * @param concurrency how many of its queue's messages are worked on at once, at least 2
 */
public record FunctionSpec(String kind, String description, int memoryMb, int concurrency) {
    /**
     * The concurrencies of all functions, with a plan and two sweeps beside them, stay within the 10 executions at once
     * that a new AWS account has: nothing is throttled, and so no message dies of being refused.
     */
    public static final FunctionSpec COLLECT =
            new FunctionSpec("collect", "Exchange to raw archive to ledger entries", 1024, 5);

    public static final FunctionSpec RECONCILE =
            new FunctionSpec("reconcile", "Ledger and balances to variances and reports", 1769, 2);

    /** Every function that exists. */
    public static final List<FunctionSpec> ALL = List.of(COLLECT, RECONCILE);

    public FunctionSpec {
        requireNonNull(kind, "kind is null");
        requireNonNull(description, "description is null");
    }
}
