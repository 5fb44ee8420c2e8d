package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import recon.stream.notice.Alarm;

/** What somebody has to look at. */
class AlarmsTest {
    private static final String REACHED = " GreaterThanOrEqualToThreshold ";
    private static final String OLDEST = "ApproximateAgeOfOldestMessage of ";
    private static final Set<String> SILENT = Set.of("recon-collect-still", "recon-stream-tasks", "recon-stream-still");

    private final Resources resources = Synthesis.get().resources();

    @Test
    void everyFunctionQueueAndDeadLetterQueueHasItsAlarm() {
        String dead = "ApproximateNumberOfMessagesVisible of Queues";
        assertThat(alarms(Synthesis.get().quietResources()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("recon-quiet-collect-errors", "Errors of collectFunction" + REACHED + "1"),
                        Map.entry("recon-quiet-reconcile-errors", "Errors of reconcileFunction" + REACHED + "1"),
                        Map.entry("recon-quiet-aggregate-errors", "Errors of aggregateFunction" + REACHED + "1"),
                        Map.entry("recon-quiet-record-errors", "Errors of recordFunction" + REACHED + "1"),
                        Map.entry("recon-quiet-resync-errors", "Errors of resyncFunction" + REACHED + "1"),
                        Map.entry("recon-quiet-collect-waiting", OLDEST + "Queuescollect" + REACHED + "1800"),
                        Map.entry("recon-quiet-reconcile-waiting", OLDEST + "Queuesreconcile" + REACHED + "1800"),
                        Map.entry("recon-quiet-aggregate-waiting", OLDEST + "Queuesaggregate" + REACHED + "1800"),
                        Map.entry("recon-quiet-record-waiting", OLDEST + "Queuesrecord" + REACHED + "1800"),
                        Map.entry("recon-quiet-resync-waiting", OLDEST + "Queuesresync" + REACHED + "1800"),
                        Map.entry("recon-quiet-collect-dlq", dead + "collectdlq" + REACHED + "1"),
                        Map.entry("recon-quiet-reconcile-dlq", dead + "reconciledlq" + REACHED + "1"),
                        Map.entry("recon-quiet-aggregate-dlq", dead + "aggregatedlq" + REACHED + "1"),
                        Map.entry("recon-quiet-record-dlq", dead + "recorddlq" + REACHED + "1"),
                        Map.entry("recon-quiet-resync-dlq", dead + "resyncdlq" + REACHED + "1"),
                        Map.entry("recon-quiet-schedule-dlq", dead + "scheduledlq" + REACHED + "1"),
                        Map.entry("recon-quiet-collect-still", "Invocations of collectFunction LessThanThreshold 1")));
    }

    @Test
    void bridgeHasTheSameAlarms_andOneForWhatItWasNotSent() {
        Map<String, String> more = alarms(Synthesis.get().natResources());
        more.keySet().removeIf(name -> !name.contains("bridge"));
        assertThat(more)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "recon-nat-bridge-errors", "Errors of bridgeFunction" + REACHED + "1",
                        "recon-nat-bridge-waiting", OLDEST + "Queuesbridge" + REACHED + "1800",
                        "recon-nat-bridge-dlq", "ApproximateNumberOfMessagesVisible of Queuesbridgedlq" + REACHED + "1",
                        "recon-nat-stream-bridge", "stream-bridge of nothing" + REACHED + "1"));
    }

    @Test
    void streamIsMissed_whenItsTasksOrWhatTheyWriteAreNotThere() {
        Map<String, String> stream = alarms(resources);
        stream.keySet().removeIf(name -> !name.startsWith("recon-stream-"));
        assertThat(stream)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "recon-stream-tasks", "RunningTaskCount of StreamCluster LessThanThreshold 2",
                        "recon-stream-still", "ConsumedWriteCapacityUnits of Tablesstream LessThanThreshold 1",
                        "recon-stream-accounts", "stream-accounts of nothing" + REACHED + "1",
                        "recon-stream-queue", "stream-queue of nothing" + REACHED + "1",
                        "recon-stream-records", "stream-records of nothing" + REACHED + "1"));
        JsonNode tasks = resources.properties("AWS::CloudWatch::Alarm", "AlarmName", "recon-stream-tasks");
        assertThat(tasks.get("Dimensions").get(1).get("Name").asText()).isEqualTo("ServiceName");
        assertThat(tasks.get("Statistic").asText()).isEqualTo("Maximum");
        assertThat(resources
                        .ofType("AWS::ECS::Cluster")
                        .values()
                        .iterator()
                        .next()
                        .get("Properties")
                        .get("ClusterSettings"))
                .as("without it nobody counts tasks")
                .hasToString("[{\"Name\":\"containerInsights\",\"Value\":\"enabled\"}]");
    }

    @Test
    void whateverTheStreamSaysLoudly_isHeard() {
        List<String> patterns = Synthesis.get().natResources().ofType("AWS::Logs::MetricFilter").values().stream()
                .map(filter -> filter.get("Properties"))
                .peek(filter -> assertThat(Resources.shortly(filter.get("LogGroupName")))
                        .isEqualTo("StreamTaskLog"))
                .map(filter -> filter.get("FilterPattern").asText())
                .toList();
        assertThat(patterns)
                .as("one of the terms will do")
                .allSatisfy(pattern -> assertThat(pattern.split("\\?\"ALARM ", -1).length)
                        .isEqualTo(pattern.contains("?") ? pattern.split("ALARM ", -1).length : 1));
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            assertThat(patterns)
                    .as("the line of %s", kind)
                    .filteredOn(pattern -> pattern.contains("\"ALARM " + kind + ":\""))
                    .hasSize(1);
        }
        assertThat(String.join(" ", patterns).split("ALARM ", -1))
                .as("nothing that the stream never says")
                .hasSize(Alarm.Kind.values().length + 1);
    }

    @Test
    void silenceIsAnAlarm_onlyWhereItMeansThatNothingBegins() {
        resources.ofType("AWS::CloudWatch::Alarm").forEach((id, resource) -> {
            JsonNode alarm = resource.get("Properties");
            assertThat(alarm.get("TreatMissingData").asText())
                    .isEqualTo(SILENT.contains(alarm.get("AlarmName").asText()) ? "breaching" : "notBreaching");
        });
    }

    @Test
    void alarmsGoToATopic_thatTheOperatorSubscribesTo() {
        assertThat(resources.ofType("AWS::SNS::Topic")).hasSize(1);
        assertThat(resources.ofType("AWS::SNS::Subscription")).isEmpty();
        assertThat(resources.ofType("AWS::CloudWatch::Alarm")).hasSize(22).allSatisfy((id, alarm) -> {
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

    /** What each alarm watches, by its name. */
    private static Map<String, String> alarms(Resources resources) {
        Map<String, String> alarms = new TreeMap<>();
        resources.ofType("AWS::CloudWatch::Alarm").forEach((id, resource) -> {
            JsonNode alarm = resource.get("Properties");
            JsonNode dimensions = alarm.path("Dimensions");
            String of = dimensions.isMissingNode()
                    ? "nothing"
                    : Resources.shortly(dimensions.get(0).get("Value"));
            alarms.put(
                    alarm.get("AlarmName").asText(),
                    alarm.get("MetricName").asText() + " of " + of + " "
                            + alarm.get("ComparisonOperator").asText() + " "
                            + alarm.get("Threshold").asText());
        });
        return alarms;
    }
}
