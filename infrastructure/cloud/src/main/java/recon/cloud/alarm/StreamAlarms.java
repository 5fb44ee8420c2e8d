package recon.cloud.alarm;

import java.util.List;
import recon.cloud.stream.StreamService;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/**
 * What somebody has to look at of the stream. It says what is wrong itself, in lines {@code ALARM <kind>: ...} of its
 * log; that it says nothing because it is not there shows in what it writes.
 */
public final class StreamAlarms extends Construct {
    private static final List<String> ACCOUNTS = List.of("KEY_REFUSED", "NOT_SUBSCRIBED");
    private static final List<String> QUEUE =
            List.of("QUEUE_AWAY", "SPOOLING", "CLOSED_ON_PURPOSE", "LEFT_BEHIND", "SPOOL_DAMAGED");
    private static final List<String> RECORDS = List.of("REJECTED", "REJECT_LOST", "WATERMARKS");
    private static final List<String> BRIDGE = List.of("BRIDGE_SHED");

    private final AwsSettings settings;
    private final Alarms alarms;
    private final StreamService stream;

    /**
     * @param watermarks the table that each task writes every ten seconds while it hears of an account
     * @param copies whether reports go to the queue of the bridge as well
     */
    public StreamAlarms(
            Construct scope,
            AwsSettings settings,
            Alarms alarms,
            StreamService stream,
            ITable watermarks,
            boolean copies) {
        super(scope, "StreamAlarms");
        this.settings = settings;
        this.alarms = alarms;
        this.stream = stream;
        few();
        still(watermarks);
        said("accounts", "An account is not captured: its key was refused, or its subscription.", ACCOUNTS);
        said("queue", "Execution reports wait on the disk of a task, or worse: the queue does not take them.", QUEUE);
        said("records", "The stream received what nobody can use, or cannot write down how far it has come.", RECORDS);
        if (copies) {
            said("bridge", "Reports were given up for the bridge; the books have them.", BRIDGE);
        }
    }

    private void few() {
        alarms.alarm(
                "stream-tasks",
                "Fewer than two tasks capture the stream: see the events of the service, and the log.",
                stream.running()
                        .with(MetricOptions.builder()
                                .statistic("Maximum")
                                .period(Alarms.PERIOD)
                                .build()),
                StreamService.TASKS,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                TreatMissingData.BREACHING);
    }

    /** Whatever the reason: no watermark moves when nothing is heard. */
    private void still(ITable watermarks) {
        alarms.alarm(
                "stream-still",
                "No task has heard of any account for five minutes: nothing is captured.",
                watermarks.metricConsumedWriteCapacityUnits(Alarms.sum(Alarms.PERIOD)),
                1,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                TreatMissingData.BREACHING);
    }

    private void said(String about, String what, List<String> kinds) {
        String name = "stream-" + about;
        MetricFilter.Builder.create(this, name)
                .logGroup(stream.log())
                .filterPattern(FilterPattern.anyTerm(
                        kinds.stream().map(kind -> "ALARM " + kind + ":").toArray(String[]::new)))
                .metricNamespace(settings.prefix())
                .metricName(name)
                .metricValue("1")
                .build();
        alarms.alarm(
                name,
                what + " The log says which: " + String.join(", ", kinds) + ".",
                metric(name),
                1,
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                TreatMissingData.NOT_BREACHING);
    }

    private IMetric metric(String name) {
        return Metric.Builder.create()
                .namespace(settings.prefix())
                .metricName(name)
                .statistic("Sum")
                .period(Alarms.PERIOD)
                .build();
    }
}
