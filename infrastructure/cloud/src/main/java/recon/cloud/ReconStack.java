package recon.cloud;

import java.util.Map;
import java.util.Optional;
import recon.accounts.Configuration;
import recon.cloud.alarm.Alarms;
import recon.cloud.event.DomainEvents;
import recon.cloud.function.Environment;
import recon.cloud.function.FunctionSpec;
import recon.cloud.function.ReconFunction;
import recon.cloud.function.Rights;
import recon.cloud.network.FixedEgress;
import recon.cloud.queue.WorkQueues;
import recon.cloud.schedule.Schedules;
import recon.cloud.store.Buckets;
import recon.cloud.store.Tables;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** All that is deployed, in whatever AWS account and region the command line is logged in to. */
public final class ReconStack extends Stack {
    /** The address pool of Lambda, which nobody else's requests are counted under with us. */
    private static final String SHARED_EGRESS = "lambda";

    private static final String NAT_EGRESS = "nat";

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
                FunctionSpec.ALL.stream().map(FunctionSpec::kind).toList());
        DomainEvents events = new DomainEvents(this, settings, queues);
        Optional<FixedEgress> egress = installation.nat() ? Optional.of(new FixedEgress(this)) : Optional.empty();
        ReconFunction collect = function(
                FunctionSpec.COLLECT,
                installation,
                settings,
                Environment.collect(settings, configuration, egress.isPresent() ? NAT_EGRESS : SHARED_EGRESS),
                egress);
        ReconFunction reconcile = function(
                FunctionSpec.RECONCILE,
                installation,
                settings,
                Environment.common(settings, configuration),
                Optional.empty());
        Rights rights = new Rights(tables, buckets, queues, events);
        rights.collect(collect.role(), installation.secrets());
        rights.reconcile(reconcile.role());
        collect.worksOn(queues.queue(FunctionSpec.COLLECT.kind()));
        reconcile.worksOn(queues.queue(FunctionSpec.RECONCILE.kind()));
        new Schedules(this, settings, collect, queues.scheduleDeadLetters());
        Alarms alarms = new Alarms(this, settings, queues, collect, reconcile);
        output("Bucket", buckets.bucket().getBucketName(), "Archive below raw/, reports below reports/");
        output("AlarmTopic", alarms.topic().getTopicArn(), "Subscribe to hear of alarms");
        egress.ifPresent(network -> output("Address", network.address(), "Bind the API keys to this address"));
    }

    private ReconFunction function(
            FunctionSpec spec,
            Installation installation,
            AwsSettings settings,
            Map<String, String> environment,
            Optional<FixedEgress> egress) {
        return new ReconFunction(this, spec, settings, installation.zip(spec.kind()), environment, egress);
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
