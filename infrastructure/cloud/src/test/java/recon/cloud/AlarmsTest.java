package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What somebody has to look at. */
class AlarmsTest {
    private final Resources resources = Synthesis.get().resources();

    @Test
    void everyFunctionQueueAndDeadLetterQueueHasItsAlarm() {
        Map<String, String> alarms = new TreeMap<>();
        resources.ofType("AWS::CloudWatch::Alarm").forEach((id, resource) -> {
            JsonNode alarm = resource.get("Properties");
            String of = Resources.shortly(alarm.get("Dimensions").get(0).get("Value"));
            alarms.put(
                    alarm.get("AlarmName").asText(),
                    alarm.get("MetricName").asText() + " of " + of + " "
                            + alarm.get("ComparisonOperator").asText() + " "
                            + alarm.get("Threshold").asText());
        });
        String reached = " GreaterThanOrEqualToThreshold ";
        String dead = "ApproximateNumberOfMessagesVisible of Queues";
        assertThat(alarms)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "recon-collect-errors", "Errors of collectFunction" + reached + "1",
                        "recon-reconcile-errors", "Errors of reconcileFunction" + reached + "1",
                        "recon-collect-waiting", "ApproximateAgeOfOldestMessage of Queuescollect" + reached + "1800",
                        "recon-reconcile-waiting",
                                "ApproximateAgeOfOldestMessage of Queuesreconcile" + reached + "1800",
                        "recon-collect-dlq", dead + "collectdlq" + reached + "1",
                        "recon-reconcile-dlq", dead + "reconciledlq" + reached + "1",
                        "recon-schedule-dlq", dead + "scheduledlq" + reached + "1",
                        "recon-collect-still", "Invocations of collectFunction LessThanThreshold 1"));
    }

    @Test
    void silenceIsAnAlarm_onlyWhereItMeansThatNothingBegins() {
        resources.ofType("AWS::CloudWatch::Alarm").forEach((id, resource) -> {
            JsonNode alarm = resource.get("Properties");
            assertThat(alarm.get("TreatMissingData").asText())
                    .isEqualTo(
                            alarm.get("AlarmName").asText().equals("recon-collect-still")
                                    ? "breaching"
                                    : "notBreaching");
        });
    }

    @Test
    void alarmsGoToATopic_thatTheOperatorSubscribesTo() {
        assertThat(resources.ofType("AWS::SNS::Topic")).hasSize(1);
        assertThat(resources.ofType("AWS::SNS::Subscription")).isEmpty();
        assertThat(resources.ofType("AWS::CloudWatch::Alarm")).hasSize(8).allSatisfy((id, alarm) -> {
            assertThat(Resources.shortly(
                            alarm.get("Properties").get("AlarmActions").get(0)))
                    .isEqualTo("AlarmsTopic");
            assertThat(Resources.shortly(
                            alarm.get("Properties").get("OKActions").get(0)))
                    .isEqualTo("AlarmsTopic");
        });
        String policy = resources
                .ofType("AWS::SNS::TopicPolicy")
                .values()
                .iterator()
                .next()
                .toString();
        assertThat(policy).contains("\"Service\":\"cloudwatch.amazonaws.com\"").contains("\"aws:SourceAccount\"");
    }
}
