package recon.cloud.function;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import recon.cloud.event.DomainEvents;
import recon.cloud.nag.Reason;
import recon.cloud.queue.WorkQueues;
import recon.cloud.store.Buckets;
import recon.cloud.store.Tables;
import recon.storage.schema.Schema;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sqs.Queue;

/** What each function may do: exactly what its code calls. Nothing may scan, list, or delete an object. */
public final class Rights {
    private static final List<String> READ = List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
    private static final List<String> WRITE = List.of(
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem");

    private final Tables tables;
    private final Buckets buckets;
    private final WorkQueues queues;
    private final DomainEvents events;

    public Rights(Tables tables, Buckets buckets, WorkQueues queues, DomainEvents events) {
        this.tables = requireNonNull(tables, "tables is null");
        this.buckets = requireNonNull(buckets, "buckets is null");
        this.queues = requireNonNull(queues, "queues is null");
        this.events = requireNonNull(events, "events is null");
    }

    /** What {@code collect} does, which reads balances to know which assets need a price. */
    public void collect(Role role, List<String> secrets) {
        items(role, READ, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY, Schema.BUDGETS);
        items(role, WRITE, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY, Schema.BUDGETS);
        objects(role, "Archive", Buckets.RAW);
        work(role);
        if (!secrets.isEmpty()) {
            allow(
                    role,
                    "Keys",
                    List.of("secretsmanager:GetSecretValue"),
                    secrets.stream().map(s -> secret(role, s)));
        }
    }

    /** Changes nothing in the ledger. */
    public void reconcile(Role role) {
        items(role, READ, Schema.LEDGER, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY);
        items(role, WRITE, Schema.BALANCES, Schema.RUNS, Schema.REGISTRY);
        objects(role, "Reports", Buckets.REPORTS);
        work(role);
    }

    /** Each function sweeps, and a sweep sends the tasks of every kind and tells the events of every run. */
    private void work(Role role) {
        allow(
                role,
                "Work",
                List.of("sqs:GetQueueUrl", "sqs:SendMessage"),
                queues.all().stream().map(Queue::getQueueArn));
        allow(role, "Tell", List.of("events:PutEvents"), Stream.of(events.bus().getEventBusArn()));
    }

    private void items(Role role, List<String> actions, String... names) {
        allow(
                role,
                actions.equals(READ) ? "Read" : "Write",
                actions,
                Arrays.stream(names).flatMap(name -> {
                    Table table = tables.table(name);
                    boolean indexed = actions.equals(READ) && name.equals(Schema.RUNS);
                    return indexed
                            ? Stream.of(table.getTableArn(), table.getTableArn() + "/index/" + Schema.DUE_INDEX)
                            : Stream.of(table.getTableArn());
                }));
    }

    private void objects(Role role, String sid, String folder) {
        allow(role, sid, List.of("s3:PutObject"), Stream.of(buckets.bucket().arnForObjects(folder + "*")));
        Reason.against(
                role,
                "AwsSolutions-IAM5",
                "^Resource::<Buckets.*>/" + folder + "[*]$",
                "The names of the objects are made from what is stored; they are all below " + folder
                        + ", and the right" + " is to put and nothing else.");
    }

    /** Secrets Manager appends a dash and six characters of its own to a secret's name. */
    private static String secret(Role role, String name) {
        return Stack.of(role)
                .formatArn(ArnComponents.builder()
                        .service("secretsmanager")
                        .resource("secret")
                        .resourceName(name + "-??????")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    private static void allow(Role role, String sid, List<String> actions, Stream<String> resources) {
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(resources.toList())
                .build());
    }
}
