package recon.cloud.right;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import recon.cloud.event.DomainEvents;
import recon.cloud.nag.Reason;
import recon.cloud.store.Buckets;
import recon.cloud.store.Tables;
import recon.storage.schema.Schema;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * Single rights, each on what it is needed for. Nobody may scan a table or delete an object.
 *
 * @param tables where items are
 * @param buckets where objects are
 * @param events where is told what happened
 */
public record Grants(Tables tables, Buckets buckets, DomainEvents events) {
    public Grants {
        requireNonNull(tables, "tables is null");
        requireNonNull(buckets, "buckets is null");
        requireNonNull(events, "events is null");
    }

    /** Does these things with the items of these tables. */
    void items(Role role, String sid, List<String> actions, String... names) {
        allow(
                role,
                sid,
                actions,
                Stream.of(names).map(name -> tables.table(name).getTableArn()));
    }

    /** Looks at what falls due. */
    void due(Role role) {
        allow(
                role,
                "Due",
                List.of("dynamodb:Query"),
                Stream.of(tables.table(Schema.RUNS).getTableArn() + "/index/" + Schema.DUE_INDEX));
    }

    /** Puts objects below these folders, and can neither read nor delete any. */
    void put(Role role, String sid, String... folders) {
        objects(role, sid, "s3:PutObject", "put", folders);
    }

    /**
     * Reads objects below a folder. Who may not list the bucket is told of an object that is not there that it is
     * forbidden; a reader that has to tell the two apart must be allowed both.
     */
    void read(Role role, String sid, String folder) {
        objects(role, sid, "s3:GetObject", "read", folder);
        allow(
                role,
                sid + "OrNone",
                List.of("s3:ListBucket"),
                Stream.of(buckets.bucket().getBucketArn()));
    }

    private void objects(Role role, String sid, String action, String verb, String... folders) {
        allow(
                role,
                sid,
                List.of(action),
                Stream.of(folders).map(folder -> buckets.bucket().arnForObjects(folder + "*")));
        for (String folder : folders) {
            Reason.against(
                    role,
                    "AwsSolutions-IAM5",
                    "^Resource::<Buckets.*>/" + folder + "[*]$",
                    "The names of the objects are made from what is stored; they are all below " + folder
                            + ", and the right is to " + verb + " and nothing else.");
        }
    }

    /** Sends to these queues. */
    void send(Role role, String sid, Stream<? extends IQueue> queues) {
        allow(role, sid, List.of("sqs:GetQueueUrl", "sqs:SendMessage"), queues.map(IQueue::getQueueArn));
    }

    /** Tells what happened. */
    void tell(Role role) {
        allow(role, "Tell", List.of("events:PutEvents"), Stream.of(events.bus().getEventBusArn()));
    }

    /** Reads the secrets of these names. */
    void secrets(Role role, List<String> names) {
        if (!names.isEmpty()) {
            allow(
                    role,
                    "Keys",
                    List.of("secretsmanager:GetSecretValue"),
                    names.stream().map(name -> secret(role, name)));
        }
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
