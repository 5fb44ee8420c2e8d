package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.storage.event.Routes;
import recon.storage.schema.Schema;

/** The queues, and the rules that fill one of them. */
class QueuesTest {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final int DAY = 86_400;

    private final Resources resources = Synthesis.get().resources();

    @Test
    void queuesAreThoseOfTheFunctions_andTheirDeadLetters() {
        assertThat(resources.ofType(QUEUE).values())
                .extracting(queue -> queue.get("Properties").get("QueueName").asText())
                .containsExactlyInAnyOrder(
                        "recon-collect",
                        "recon-collect-dlq",
                        "recon-reconcile",
                        "recon-reconcile-dlq",
                        "recon-aggregate",
                        "recon-aggregate-dlq",
                        "recon-record",
                        "recon-record-dlq",
                        "recon-resync",
                        "recon-resync-dlq",
                        "recon-schedule-dlq");
    }

    @Test
    void bridgeHasItsQueue_onlyWhereItIsWanted() {
        assertThat(resources.template().toString().toLowerCase(Locale.ROOT)).doesNotContain("queuesbridge");
        JsonNode queue = Synthesis.get().natResources().properties(QUEUE, "QueueName", "recon-nat-bridge");
        assertThat(queue.get("RedrivePolicy").get("maxReceiveCount").asInt()
                        * queue.get("VisibilityTimeout").asInt())
                .as("seconds that a broker may be away")
                .isGreaterThanOrEqualTo(DAY);
    }

    @Test
    void workThatCannotBeDelivered_movesToItsDeadLetterQueue_whichKeepsItLonger() {
        for (String kind : List.of("collect", "reconcile", "aggregate", "record", "resync")) {
            JsonNode queue = resources.properties(QUEUE, "QueueName", "recon-" + kind);
            assertThat(queue.get("RedrivePolicy").get("maxReceiveCount").asInt())
                    .isEqualTo(5);
            assertThat(Resources.shortly(queue.get("RedrivePolicy").get("deadLetterTargetArn")))
                    .isEqualTo("Queues" + kind + "dlq");
            assertThat(queue.get("MessageRetentionPeriod").asInt()).isEqualTo(4 * DAY);
            assertThat(resources
                            .properties(QUEUE, "QueueName", "recon-" + kind + "-dlq")
                            .get("MessageRetentionPeriod")
                            .asInt())
                    .isEqualTo(14 * DAY);
        }
    }

    @Test
    void messageStaysHidden_longerThanItsFunctionMayRun() {
        for (String kind : List.of("collect", "reconcile", "aggregate", "resync")) {
            int hidden = resources
                    .properties(QUEUE, "QueueName", "recon-" + kind)
                    .get("VisibilityTimeout")
                    .asInt();
            int runs = resources
                    .properties("AWS::Lambda::Function", "FunctionName", "recon-" + kind)
                    .get("Timeout")
                    .asInt();
            assertThat(hidden).isEqualTo(Schema.VISIBILITY_SECONDS);
            assertThat(hidden - runs).as("seconds to spare").isBetween(30, 300);
        }
    }

    @Test
    void batchStaysHidden_forSixAttemptsToHandItOver() {
        Resources all = Synthesis.get().natResources();
        for (String kind : List.of("record", "bridge")) {
            int hidden = all.properties(QUEUE, "QueueName", "recon-nat-" + kind)
                    .get("VisibilityTimeout")
                    .asInt();
            int runs = all.properties("AWS::Lambda::Function", "FunctionName", "recon-nat-" + kind)
                    .get("Timeout")
                    .asInt();
            int window = FunctionsTest.source(all, kind)
                    .get("MaximumBatchingWindowInSeconds")
                    .asInt();
            assertThat(hidden).isGreaterThanOrEqualTo(6 * runs + window);
        }
    }

    @Test
    void queuesAreEncrypted_andRefuseWhatIsNot() {
        assertThat(resources.ofType(QUEUE).values())
                .allSatisfy(queue -> assertThat(queue.get("Properties")
                                .get("SqsManagedSseEnabled")
                                .asBoolean())
                        .isTrue());
        List<String> closed = resources.ofType("AWS::SQS::QueuePolicy").values().stream()
                .map(policy -> policy.get("Properties"))
                .filter(policy -> policy.get("PolicyDocument")
                        .toString()
                        .contains("{\"Action\":\"sqs:*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},"
                                + "\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"}"))
                .flatMap(policy -> policy.get("Queues").valueStream())
                .map(queue -> queue.get("Ref").asText())
                .toList();
        assertThat(closed)
                .containsExactlyInAnyOrderElementsOf(resources.ofType(QUEUE).keySet());
    }

    @Test
    void everyRouteIsARule_withDeadLettersAndALimit() {
        assertThat(Routes.RULES).containsOnlyKeys("CollectionCompleted", "AggregationRequested");
        Map<String, Set<String>> targets = Map.of(
                "CollectionCompleted", Set.of("Queuesreconcile", "Queuesaggregate"),
                "AggregationRequested", Set.of("Queuesaggregate"));
        assertThat(resources.ofType("AWS::Events::Rule").values()).hasSize(2).allSatisfy(resource -> {
            JsonNode rule = resource.get("Properties");
            String type = rule.get("EventPattern").get("detail-type").get(0).asText();
            assertThat(rule.get("EventPattern"))
                    .hasToString("{\"detail-type\":[\"" + type + "\"],\"source\":[{\"prefix\":\"recon.\"}]}");
            assertThat(Resources.shortly(rule.get("EventBusName"))).isEqualTo("EventsBus");
            assertThat(rule.get("Targets"))
                    .extracting(target -> Resources.shortly(target.get("Arn")))
                    .containsExactlyInAnyOrderElementsOf(targets.get(type));
            assertThat(rule.get("Targets")).allSatisfy(target -> {
                assertThat(Resources.shortly(target.get("DeadLetterConfig").get("Arn")))
                        .isEqualTo(Resources.shortly(target.get("Arn")) + "dlq");
                assertThat(target.get("RetryPolicy")
                                .get("MaximumEventAgeInSeconds")
                                .asInt())
                        .isEqualTo(DAY);
                assertThat(Stream.of("Input", "InputPath", "InputTransformer").filter(target::has))
                        .as("the function reads the whole envelope")
                        .isEmpty();
            });
        });
    }

    @Test
    void ruleMatchesTheSampleThatReconcileIsTestedWith() throws Exception {
        JsonNode envelope = Synthesis.JSON.readTree(Synthesis.sample("reconcile-collection-completed.json")
                .get("Records")
                .get(0)
                .get("body")
                .asText());
        JsonNode pattern = resources.ofType("AWS::Events::Rule").values().stream()
                .map(rule -> rule.get("Properties").get("EventPattern"))
                .filter(one -> one.toString().contains("CollectionCompleted"))
                .findFirst()
                .orElseThrow();
        assertThat(envelope.get("detail-type"))
                .isEqualTo(pattern.get("detail-type").get(0));
        assertThat(envelope.get("source").asText())
                .startsWith(pattern.get("source").get(0).get("prefix").asText());
    }
}
