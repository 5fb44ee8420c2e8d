package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody may do more than the code does. */
class RightsTest {
    private static final Set<String> READ = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
    private static final Set<String> WRITE = Set.of(
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem");
    private static final Set<String> RECEIVE = Set.of(
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:ChangeMessageVisibility",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl");
    private static final Set<String> SEND = Set.of("sqs:GetQueueUrl", "sqs:SendMessage");

    private final Synthesis synthesis = Synthesis.get();

    @Test
    void collectReachesItsOwn_andNothingElse() {
        assertThat(allowed(synthesis.resources(), "collectRole"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Tablesledger", union(READ, WRITE)),
                        Map.entry("Tablesbalances", union(READ, WRITE)),
                        Map.entry("Tablesruns", union(READ, WRITE)),
                        Map.entry("Tablesruns/index/due", READ),
                        Map.entry("Tablesregistry", union(READ, WRITE)),
                        Map.entry("Tablesbudgets", union(READ, WRITE)),
                        Map.entry("BucketsBucket/raw/*", Set.of("s3:PutObject")),
                        Map.entry("Queuescollect", union(SEND, RECEIVE)),
                        Map.entry("Queuesreconcile", SEND),
                        Map.entry("Queuesscheduledlq", union(SEND, Set.of("sqs:GetQueueAttributes"))),
                        Map.entry("EventsBus", Set.of("events:PutEvents")),
                        Map.entry("collectLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents")),
                        Map.entry(secret("binance/main"), Set.of("secretsmanager:GetSecretValue")),
                        Map.entry(secret("binance/sub1"), Set.of("secretsmanager:GetSecretValue"))));
    }

    @Test
    void reconcileReachesItsOwn_andNeitherLedgerToChange_norSecrets() {
        assertThat(allowed(synthesis.resources(), "reconcileRole"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Tablesledger", READ),
                        Map.entry("Tablesbalances", union(READ, WRITE)),
                        Map.entry("Tablesruns", union(READ, WRITE)),
                        Map.entry("Tablesruns/index/due", READ),
                        Map.entry("Tablesregistry", union(READ, WRITE)),
                        Map.entry("BucketsBucket/reports/*", Set.of("s3:PutObject")),
                        Map.entry("Queuescollect", SEND),
                        Map.entry("Queuesreconcile", union(SEND, RECEIVE)),
                        Map.entry("EventsBus", Set.of("events:PutEvents")),
                        Map.entry("reconcileLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents"))));
    }

    @Test
    void schedulesMayInvokeCollect_andNothingElse() {
        assertThat(allowed(synthesis.resources(), "SchedulesRole"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "collectLive", Set.of("lambda:InvokeFunction"),
                        "Queuesscheduledlq", Set.of("sqs:SendMessage")));
    }

    @Test
    void everyRoleIsLookedAt() {
        assertThat(synthesis.resources().ofType("AWS::IAM::Role").keySet())
                .extracting(id -> id.replaceAll("[0-9A-F]{8}$", ""))
                .containsExactlyInAnyOrder("collectRole", "reconcileRole", "SchedulesRole");
        assertThat(synthesis.resources().template().toString()).doesNotContain("ManagedPolicyArns");
    }

    @Test
    void inTheNetworkOnlyItsInterfacesAreUnbound_andTheCodeIsDeniedThem() {
        Map<String, Set<String>> allowed = allowed(synthesis.natResources(), "collectRole");
        Set<String> interfaces = Set.of(
                "ec2:AssignPrivateIpAddresses",
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSubnets",
                "ec2:UnassignPrivateIpAddresses");
        assertThat(allowed).containsEntry("*", interfaces);
        assertThat(synthesis.natResources().statements("collectRole"))
                .filteredOn(statement -> statement.get("Effect").asText().equals("Deny"))
                .singleElement()
                .satisfies(denied -> {
                    assertThat(actions(denied)).isEqualTo(interfaces);
                    assertThat(denied.get("Resource").asText()).isEqualTo("*");
                    assertThat(Resources.shortly(
                                    denied.get("Condition").get("ArnEquals").get("lambda:SourceFunctionArn")))
                            .endsWith(":function:recon-nat-collect");
                });
    }

    private static String secret(String name) {
        return "arn:AWS::Partition:secretsmanager:AWS::Region:AWS::AccountId:secret:" + name + "-??????";
    }

    /** What a role may do, by resource. */
    private static Map<String, Set<String>> allowed(Resources resources, String role) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (JsonNode statement : resources.statements(role)) {
            if (statement.get("Effect").asText().equals("Allow")) {
                Resources.elements(statement.get("Resource"))
                        .map(Resources::shortly)
                        .forEach(resource -> allowed.computeIfAbsent(resource, r -> new TreeSet<>())
                                .addAll(actions(statement)));
            }
        }
        return allowed;
    }

    private static Set<String> actions(JsonNode statement) {
        return Resources.elements(statement.get("Action")).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
