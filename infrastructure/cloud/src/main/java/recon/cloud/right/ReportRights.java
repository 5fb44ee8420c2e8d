package recon.cloud.right;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import recon.cloud.queue.WorkQueues;
import recon.cloud.store.Buckets;
import recon.storage.execution.RefusedReports;
import recon.storage.execution.RejectedFrames;
import recon.storage.execution.ReportArchive;
import recon.storage.schema.Schema;
import software.amazon.awscdk.services.iam.Role;

/** What those may do that take execution reports from the exchange to where they are wanted. Nothing may delete. */
public final class ReportRights {
    /** Reports that a queue did not take. */
    private static final String REFUSED = folder(RefusedReports.SOURCE);

    private final Grants grants;
    private final WorkQueues queues;

    public ReportRights(Grants grants, WorkQueues queues) {
        this.grants = requireNonNull(grants, "grants is null");
        this.queues = requireNonNull(queues, "queues is null");
    }

    /**
     * What the container task does: it reads nothing but its keys.
     *
     * @param copies whether reports go to the queue of the bridge as well
     */
    public void stream(Role role, List<String> secrets, boolean copies) {
        grants.send(
                role,
                "Reports",
                Stream.of(Schema.RECORD, Schema.BRIDGE)
                        .filter(name -> copies || !name.equals(Schema.BRIDGE))
                        .map(queues::queue));
        grants.items(role, "Watermarks", List.of("dynamodb:BatchWriteItem"), Schema.STREAM);
        grants.put(role, "Archive", folder(RejectedFrames.SOURCE), REFUSED);
        grants.secrets(role, secrets);
    }

    /**
     * What {@code record} does. It plans a run of one task when it meets a symbol that nobody knows; the sweep of
     * {@code collect} sends it. What it gives up it puts into the dead-letter queue itself, with the reason.
     */
    public void record(Role role) {
        grants.items(role, "Known", List.of("dynamodb:BatchGetItem"), Schema.EXECUTIONS, Schema.ORDERS);
        grants.items(role, "Executions", List.of("dynamodb:PutItem"), Schema.EXECUTIONS);
        grants.items(role, "Orders", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"), Schema.ORDERS);
        grants.items(
                role,
                "SymbolsAndErrors",
                List.of("dynamodb:Query", "dynamodb:PutItem", "dynamodb:BatchWriteItem"),
                Schema.REGISTRY);
        grants.items(
                role,
                "AskForSymbols",
                List.of(
                        "dynamodb:GetItem",
                        "dynamodb:Query",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "dynamodb:ConditionCheckItem"),
                Schema.RUNS);
        grants.put(role, "Archive", folder(ReportArchive.SOURCE));
        grants.read(role, "Refused", REFUSED);
        grants.send(role, "GivenUp", Stream.of(queues.deadLetters(Schema.RECORD)));
        grants.tell(role);
    }

    /**
     * What {@code bridge} does.
     *
     * @param secret the name of the one that holds the broker's user and password
     */
    public void bridge(Role role, String secret) {
        grants.read(role, "Refused", REFUSED);
        grants.send(role, "GivenUp", Stream.of(queues.deadLetters(Schema.BRIDGE)));
        grants.secrets(role, List.of(secret));
    }

    /** The part of the archive that is of one source. */
    private static String folder(String source) {
        return Buckets.RAW + "source=" + source + "/";
    }
}
