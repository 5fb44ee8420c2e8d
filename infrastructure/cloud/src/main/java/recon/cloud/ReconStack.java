package recon.cloud;

import java.util.Map;
import java.util.Optional;
import recon.accounts.Configuration;
import recon.cloud.alarm.Alarms;
import recon.cloud.alarm.StreamAlarms;
import recon.cloud.event.DomainEvents;
import recon.cloud.function.Environment;
import recon.cloud.function.FunctionSpec;
import recon.cloud.network.FixedEgress;
import recon.cloud.network.PublicNetwork;
import recon.cloud.queue.WorkQueues;
import recon.cloud.right.BookRights;
import recon.cloud.right.Grants;
import recon.cloud.right.ReportRights;
import recon.cloud.schedule.Schedules;
import recon.cloud.store.Buckets;
import recon.cloud.store.Tables;
import recon.cloud.stream.StreamService;
import recon.storage.aws.AwsSettings;
import recon.storage.schema.Schema;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** All that is deployed, in whatever AWS account and region the command line is logged in to. */
public final class ReconStack extends Stack {
    public ReconStack(Construct scope, String id, Installation installation) {
        super(
                scope,
                id,
                StackProps.builder()
                        .stackName(installation.prefix())
                        .description("binance-recon: the books of Binance accounts")
                        .build());
        Configuration configuration = installation.configuration();
        if (configuration.accounts().isEmpty()) {
            Annotations.of(this)
                    .addWarningV2(
                            "recon:no-accounts",
                            "No accounts: the stack would collect nothing but the exchange's public list. Write "
                                    + Installation.ACCOUNTS + ", or name your file with -c accounts=<file>.");
        }
        Buckets buckets = new Buckets(this);
        AwsSettings settings = settings(installation.prefix(), buckets.bucket().getBucketName());
        Tables tables = new Tables(this, settings);
        WorkQueues queues = new WorkQueues(
                this,
                settings,
                installation.specs().stream().map(FunctionSpec::kind).toList());
        DomainEvents events = new DomainEvents(this, settings, queues);
        Optional<FixedEgress> egress = installation.nat() ? Optional.of(new FixedEgress(this)) : Optional.empty();
        Functions functions = new Functions(this, installation, settings, queues, egress);
        Grants grants = new Grants(tables, buckets, events);
        functions.allow(new BookRights(grants, queues), new ReportRights(grants, queues));
        new Schedules(this, settings, functions.collect(), queues.scheduleDeadLetters());
        Alarms alarms = new Alarms(this, settings, queues, functions.all(), functions.collect());
        installation.stream().ifPresent(choice -> {
            boolean copies = installation.bridge().isPresent();
            StreamService stream = new StreamService(
                    this,
                    settings,
                    choice,
                    installation.streamFolder(),
                    Environment.stream(settings, configuration, choice, copies),
                    egress.map(network -> network.way("Stream", choice.port()))
                            .orElseGet(() -> new PublicNetwork(this).way("Stream", choice.port())));
            new ReportRights(grants, queues).stream(stream.role(), installation.secrets(), copies);
            new StreamAlarms(this, settings, alarms, stream, tables.table(Schema.STREAM), copies);
        });
        output("Bucket", buckets.bucket().getBucketName(), "Archive below raw/, reports below reports/");
        output("AlarmTopic", alarms.topic().getTopicArn(), "Subscribe to hear of alarms");
        egress.ifPresent(network -> output("Address", network.address(), "Bind the API keys to this address"));
    }

    private void output(String name, String value, String what) {
        CfnOutput.Builder.create(this, name).value(value).description(what).build();
    }

    /** The names by which the functions find everything. */
    private static AwsSettings settings(String prefix, String bucket) {
        Map<String, String> values = Map.of(
                "recon.aws.bucket", bucket,
                "recon.aws.prefix", prefix,
                "recon.aws.event-bus", prefix);
        return AwsSettings.from(name -> Optional.ofNullable(values.get(name)));
    }
}
