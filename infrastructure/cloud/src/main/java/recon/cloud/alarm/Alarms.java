package recon.cloud.alarm;

import java.util.List;
import java.util.Map;
import recon.cloud.function.ReconFunction;
import recon.cloud.queue.WorkQueues;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** What somebody has to look at. Alarms go to a topic; who subscribes to it is the operator's choice. */
public final class Alarms extends Construct {
    static final Duration PERIOD = Duration.minutes(5);
    /** Longer than a message may be in hand: whatever is older waits although nobody works on it. */
    private static final int OLD_SECONDS = 1800;

    private final AwsSettings settings;
    private final Topic topic;

    /**
     * @param functions each of which works on its queue
     * @param collect the one of them that the clock begins
     */
    public Alarms(
            Construct scope,
            AwsSettings settings,
            WorkQueues queues,
            List<ReconFunction> functions,
            ReconFunction collect) {
        super(scope, "Alarms");
        this.settings = settings;
        this.topic = Topic.Builder.create(this, "Topic")
                .topicName(settings.prefix() + "-alarms")
                .displayName(settings.prefix() + " alarms")
                .enforceSsl(true)
                .build();
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsOfThisAccount")
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        for (ReconFunction function : functions) {
            String kind = function.spec().kind();
            failing(kind, function);
            waiting(kind, queues.queue(kind));
            dead(kind, queues.deadLetters(kind));
        }
        dead("schedule", queues.scheduleDeadLetters());
        still(collect);
    }

    public Topic topic() {
        return topic;
    }

    private void failing(String kind, ReconFunction function) {
        alarm(
                kind + "-errors",
                "The function " + kind + " failed: see its log.",
                function.function().metricErrors(sum(PERIOD)),
                1,
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                TreatMissingData.NOT_BREACHING);
    }

    private void waiting(String kind, IQueue queue) {
        alarm(
                kind + "-waiting",
                "A message has been in the queue of " + kind + " for half an hour.",
                queue.metricApproximateAgeOfOldestMessage(maximum()),
                OLD_SECONDS,
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                TreatMissingData.NOT_BREACHING);
    }

    private void dead(String kind, IQueue queue) {
        alarm(
                kind + "-dlq",
                "A message in the dead-letter queue of " + kind + " waits for a person.",
                queue.metricApproximateNumberOfMessagesVisible(maximum()),
                1,
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                TreatMissingData.NOT_BREACHING);
    }

    /** No failure shows in what never begins. */
    private void still(ReconFunction collect) {
        alarm(
                "collect-still",
                "The minute's sweep has not begun for a quarter of an hour: nothing that is due is sent.",
                collect.function().metricInvocations(sum(Duration.minutes(15))),
                1,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                TreatMissingData.BREACHING);
    }

    /** Makes an alarm of that name, which begins with the prefix of all. */
    void alarm(
            String name,
            String what,
            IMetric metric,
            int threshold,
            ComparisonOperator comparison,
            TreatMissingData missing) {
        SnsAction action = new SnsAction(topic);
        Alarm alarm = Alarm.Builder.create(this, name)
                .alarmName(settings.prefix() + "-" + name)
                .alarmDescription(what)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(1)
                .comparisonOperator(comparison)
                .treatMissingData(missing)
                .build();
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
    }

    static MetricOptions sum(Duration period) {
        return MetricOptions.builder().statistic("Sum").period(period).build();
    }

    private static MetricOptions maximum() {
        return MetricOptions.builder().statistic("Maximum").period(PERIOD).build();
    }
}
