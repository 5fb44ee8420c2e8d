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
                        Map.entry("Tablesruns/index/due", Set.of("dynamodb:Query")),
                        Map.entry("Tablesregistry", union(READ, WRITE)),
                        Map.entry("Tablesbudgets", union(READ, WRITE)),
                        Map.entry("Tablesstream", Set.of("dynamodb:Query")),
                        Map.entry("Tablesexecutions", union(READ, Set.of("dynamodb:PutItem"))),
                        Map.entry("Tablesorders", union(READ, Set.of("dynamodb:PutItem", "dynamodb:UpdateItem"))),
                        Map.entry("BucketsBucket/raw/*", Set.of("s3:PutObject")),
                        Map.entry("Queuescollect", union(SEND, RECEIVE)),
                        Map.entry("Queuesreconcile", SEND),
                        Map.entry("Queuesaggregate", SEND),
                        Map.entry("Queuesresync", SEND),
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
                        Map.entry("Tablesruns/index/due", Set.of("dynamodb:Query")),
                        Map.entry("Tablesregistry", union(READ, WRITE)),
                        Map.entry("BucketsBucket/raw/*", Set.of("s3:GetObject")),
                        Map.entry("BucketsBucket", Set.of("s3:ListBucket")),
                        Map.entry("BucketsBucket/reports/*", Set.of("s3:PutObject")),
                        Map.entry("BucketsBucket/raw/source=collection-completed/*", Set.of("s3:PutObject")),
                        Map.entry("Queuescollect", SEND),
                        Map.entry("Queuesreconcile", union(SEND, RECEIVE)),
                        Map.entry("Queuesaggregate", SEND),
                        Map.entry("Queuesresync", SEND),
                        Map.entry("EventsBus", Set.of("events:PutEvents")),
                        Map.entry("reconcileLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents"))));
    }

    @Test
    void aggregateReadsTheArchive_andWritesEntriesAndReports() {
        assertThat(allowed(synthesis.resources(), "aggregateRole"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("BucketsBucket/raw/*", Set.of("s3:GetObject")),
                        Map.entry("BucketsBucket", Set.of("s3:ListBucket")),
                        Map.entry("BucketsBucket/packed/*", Set.of("s3:GetObject", "s3:PutObject")),
                        Map.entry("BucketsBucket/reports/*", Set.of("s3:GetObject", "s3:PutObject")),
                        Map.entry("BucketsBucket/raw/source=futures-collected/*", Set.of("s3:PutObject")),
                        Map.entry("Tablespositions", union(READ, WRITE)),
                        Map.entry("Tablesruns", union(READ, WRITE)),
                        Map.entry("Tablesruns/index/due", Set.of("dynamodb:Query")),
                        Map.entry("Tablesregistry", union(READ, WRITE)),
                        Map.entry("Queuescollect", SEND),
                        Map.entry("Queuesreconcile", SEND),
                        Map.entry("Queuesaggregate", union(SEND, RECEIVE)),
                        Map.entry("Queuesresync", SEND),
                        Map.entry("EventsBus", Set.of("events:PutEvents")),
                        Map.entry("aggregateLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents"))));
    }

    @Test
    void resyncReadsTheArchive_writesBooks_andNeitherObjectsNorSecrets() {
        assertThat(allowed(synthesis.resources(), "resyncRole"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("BucketsBucket/raw/*", Set.of("s3:GetObject")),
                        Map.entry("BucketsBucket", Set.of("s3:ListBucket")),
                        Map.entry("BucketsBucket/raw/source=annotations/*", Set.of("s3:PutObject")),
                        Map.entry("Tablespositions", Set.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem")),
                        Map.entry("Tablesledger", union(READ, WRITE)),
                        Map.entry("Tablesbalances", union(READ, WRITE)),
                        Map.entry("Tablesruns", union(READ, WRITE)),
                        Map.entry("Tablesruns/index/due", Set.of("dynamodb:Query")),
                        Map.entry("Tablesregistry", union(READ, WRITE)),
                        Map.entry("Tablesexecutions", union(READ, Set.of("dynamodb:PutItem"))),
                        Map.entry("Tablesorders", union(READ, Set.of("dynamodb:PutItem", "dynamodb:UpdateItem"))),
                        Map.entry("Queuescollect", SEND),
                        Map.entry("Queuesreconcile", SEND),
                        Map.entry("Queuesaggregate", SEND),
                        Map.entry("Queuesresync", union(SEND, RECEIVE)),
                        Map.entry("EventsBus", Set.of("events:PutEvents")),
                        Map.entry("resyncLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents"))));
    }

    @Test
    void recordAddsAndNeverDeletes_andAsksForSymbolsByARun() {
        assertThat(allowed(synthesis.resources(), "recordRole"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Tablesexecutions", Set.of("dynamodb:BatchGetItem", "dynamodb:PutItem")),
                        Map.entry(
                                "Tablesorders",
                                Set.of("dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")),
                        Map.entry(
                                "Tablesregistry",
                                Set.of("dynamodb:Query", "dynamodb:PutItem", "dynamodb:BatchWriteItem")),
                        Map.entry(
                                "Tablesruns",
                                Set.of(
                                        "dynamodb:GetItem",
                                        "dynamodb:Query",
                                        "dynamodb:PutItem",
                                        "dynamodb:UpdateItem",
                                        "dynamodb:ConditionCheckItem")),
                        Map.entry("BucketsBucket/raw/source=execution-reports/*", Set.of("s3:PutObject")),
                        Map.entry("BucketsBucket/raw/source=refused-reports/*", Set.of("s3:GetObject")),
                        Map.entry("BucketsBucket", Set.of("s3:ListBucket")),
                        Map.entry("Queuesrecord", RECEIVE),
                        Map.entry("Queuesrecorddlq", SEND),
                        Map.entry("EventsBus", Set.of("events:PutEvents")),
                        Map.entry("recordLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents"))));
    }

    @Test
    void bridgeReadsReportsAndItsPassword_andNoTable() {
        Map<String, Set<String>> allowed = allowed(synthesis.natResources(), "bridgeRole");
        assertThat(allowed.keySet().removeIf(resource -> resource.equals("*")))
                .as("its network")
                .isTrue();
        assertThat(allowed)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "BucketsBucket/raw/source=refused-reports/*",
                        Set.of("s3:GetObject"),
                        "BucketsBucket",
                        Set.of("s3:ListBucket"),
                        "Queuesbridge",
                        RECEIVE,
                        "Queuesbridgedlq",
                        SEND,
                        "bridgeLog",
                        Set.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        secret("binance/broker"),
                        Set.of("secretsmanager:GetSecretValue")));
    }

    @Test
    void streamReadsItsKeys_andOnlyWritesElse() {
        Map<String, Set<String>> usual = Map.of(
                "Queuesrecord",
                SEND,
                "Tablesstream",
                Set.of("dynamodb:BatchWriteItem"),
                "BucketsBucket/raw/source=rejected-frames/*",
                Set.of("s3:PutObject"),
                "BucketsBucket/raw/source=refused-reports/*",
                Set.of("s3:PutObject"),
                secret("binance/main"),
                Set.of("secretsmanager:GetSecretValue"),
                secret("binance/sub1"),
                Set.of("secretsmanager:GetSecretValue"));
        assertThat(allowed(synthesis.resources(), "StreamTaskRole")).containsExactlyInAnyOrderEntriesOf(usual);
        Map<String, Set<String>> copying = new TreeMap<>(usual);
        copying.put("Queuesbridge", SEND);
        assertThat(allowed(synthesis.natResources(), "StreamTaskRole")).containsExactlyInAnyOrderEntriesOf(copying);
    }

    @Test
    void streamIsStarted_byWhoPullsItsImageAndWritesItsLog() {
        Map<String, Set<String>> allowed = allowed(synthesis.resources(), "StreamTaskStart");
        assertThat(allowed)
                .containsEntry("*", Set.of("ecr:GetAuthorizationToken"))
                .containsEntry("StreamTaskLog", Set.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .hasSize(3);
        assertThat(allowed.entrySet())
                .filteredOn(entry -> entry.getKey().contains(":repository/"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getValue())
                        .isEqualTo(Set.of(
                                "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage")));
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
                .containsExactlyInAnyOrder(
                        "collectRole",
                        "reconcileRole",
                        "aggregateRole",
                        "recordRole",
                        "resyncRole",
                        "SchedulesRole",
                        "StreamTaskRole",
                        "StreamTaskStart",
                        "PublicNetworkRefusedIAMRole");
        assertThat(allowed(synthesis.resources(), "PublicNetworkRefusedIAMRole").keySet())
                .as("the role that logs what the network refused")
                .containsExactly("PublicNetworkRefusedLog");
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
