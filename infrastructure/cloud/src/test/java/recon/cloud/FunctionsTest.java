package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.cloud.function.FunctionSpec;
import recon.ledger.setting.LedgerSettings;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.assertions.Match;

/** The functions: how they start, what they are told, and who invokes them. */
class FunctionsTest {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final List<String> KINDS = List.of("collect", "reconcile", "aggregate", "record", "resync");

    private final Synthesis synthesis = Synthesis.get();
    private final Resources resources = synthesis.resources();

    @Test
    void functionsRunOnJava25_fromASnapshot_withWhatQuarkusNeeds() {
        assertThat(resources.ofType(FUNCTION)).hasSize(5).allSatisfy((id, function) -> {
            JsonNode properties = function.get("Properties");
            assertThat(properties.get("Runtime").asText()).isEqualTo("java25");
            assertThat(properties.get("Handler").asText())
                    .isEqualTo("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
            assertThat(properties.get("SnapStart").get("ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(variable(properties, "JAVA_TOOL_OPTIONS"))
                    .isEqualTo("--add-opens=java.base/java.lang=ALL-UNNAMED");
        });
        assertThat(resources.ofType("AWS::Lambda::Alias"))
                .hasSize(5)
                .allSatisfy((id, alias) ->
                        assertThat(alias.get("Properties").get("Name").asText()).isEqualTo("live"));
    }

    @Test
    void functionsFindEverythingByTheNamesThatTheStackGave() {
        for (String kind : KINDS) {
            JsonNode function = resources.properties(FUNCTION, "FunctionName", "recon-" + kind);
            AwsSettings settings = AwsSettings.from(name -> setting(function, name));
            assertThat(settings.standIn()).isFalse();
            assertThat(settings.bucket()).isEqualTo("BucketsBucket");
            synthesis.template().hasResourceProperties("AWS::SQS::Queue", Map.of("QueueName", settings.queue(kind)));
            synthesis
                    .template()
                    .hasResourceProperties("AWS::DynamoDB::Table", Map.of("TableName", settings.table("runs")));
            synthesis.template().hasResourceProperties("AWS::Events::EventBus", Map.of("Name", settings.eventBus()));
        }
    }

    @Test
    void functionsThatKeepTheBooks_haveTheSameSettings() {
        for (String kind : List.of("collect", "reconcile", "aggregate", "resync")) {
            JsonNode function = resources.properties(FUNCTION, "FunctionName", "recon-" + kind);
            assertThat(LedgerSettings.from(name -> setting(function, name)).withdrawalAmount())
                    .isEqualTo(LedgerSettings.WithdrawalAmount.GROSS);
        }
    }

    @Test
    void collectKnowsTheAccounts_andNoSecret() {
        JsonNode collect = resources.properties(FUNCTION, "FunctionName", "recon-collect");
        assertThat(variable(collect, "RECON_COLLECT_ACCOUNTS_0__UID")).isEqualTo("350123456");
        assertThat(variable(collect, "RECON_COLLECT_ACCOUNTS_0__EMAIL")).isEqualTo("main@example.com");
        assertThat(variable(collect, "RECON_COLLECT_ACCOUNTS_0__MAIN")).isEqualTo("true");
        assertThat(variable(collect, "RECON_COLLECT_ACCOUNTS_0__CREDENTIALS"))
                .isEqualTo("secrets-manager:binance/main");
        assertThat(variable(collect, "RECON_COLLECT_ACCOUNTS_1__UID")).isEqualTo("350123457");
        assertThat(variable(collect, "RECON_COLLECT_ACCOUNTS_1__MAIN")).isEqualTo("false");
        assertThat(variable(collect, "RECON_COLLECT_EXCHANGE_EGRESS")).isEqualTo("lambda");
        assertThat(resources
                        .properties(FUNCTION, "FunctionName", "recon-reconcile")
                        .toString())
                .doesNotContain("ACCOUNTS");
        assertThat(resources
                        .properties(FUNCTION, "FunctionName", "recon-resync")
                        .toString())
                .as("the archive says whose books were kept")
                .doesNotContain("ACCOUNTS");
    }

    @Test
    void queueHandsOverOneTaskAtATime_toFewWorkers_andTakesBackWhatFailed() {
        Map.of("collect", 3, "reconcile", 2, "aggregate", 2, "resync", 2).forEach((kind, workers) -> {
            JsonNode source = source(resources, kind);
            assertThat(source.get("BatchSize").asInt()).isEqualTo(1);
            assertThat(source.has("MaximumBatchingWindowInSeconds")).isFalse();
            assertThat(source.get("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
            assertThat(source.get("ScalingConfig").get("MaximumConcurrency").asInt())
                    .isEqualTo(workers);
            assertThat(source.get("FunctionName").toString()).contains(":live");
        });
    }

    @Test
    void reportsAreHandedOverInBatches_toFewWorkers_whoTakeBackWhatFailed() {
        JsonNode record = source(resources, "record");
        assertThat(record.get("BatchSize").asInt()).isEqualTo(1000);
        assertThat(record.get("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(5);
        JsonNode bridge = source(synthesis.natResources(), "bridge");
        assertThat(bridge.get("BatchSize").asInt()).isEqualTo(100);
        assertThat(bridge.get("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(1);
        for (JsonNode source : List.of(record, bridge)) {
            assertThat(source.get("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
            assertThat(source.get("ScalingConfig").get("MaximumConcurrency").asInt())
                    .isEqualTo(2);
            assertThat(source.get("FunctionName").toString()).contains(":live");
        }
    }

    @Test
    void workersOfAnInstallation_fitIntoANewAwsAccount() {
        int planAndSweeps = 3;
        assertThat(FunctionSpec.ALWAYS.stream()
                        .filter(spec -> !List.of(FunctionSpec.RESYNC, FunctionSpec.AGGREGATE)
                                .contains(spec))
                        .mapToInt(FunctionSpec::concurrency)
                        .sum())
                .isLessThanOrEqualTo(10 - planAndSweeps);
    }

    @Test
    void bridgeIsThere_onlyWhereItIsWanted_andKnowsNoPassword() {
        assertThat(resources.ofType(FUNCTION).values())
                .extracting(function ->
                        function.get("Properties").get("FunctionName").asText())
                .containsExactlyInAnyOrder(
                        "recon-collect", "recon-reconcile", "recon-aggregate", "recon-record", "recon-resync");
        JsonNode bridge = synthesis.natResources().properties(FUNCTION, "FunctionName", "recon-nat-bridge");
        assertThat(variable(bridge, "RECON_BRIDGE_BROKER")).isEqualTo("amqps://broker.example.com");
        assertThat(variable(bridge, "RECON_BRIDGE_CREDENTIALS")).isEqualTo("secrets-manager:binance/broker");
    }

    @Test
    void bridgeBehindAFixedAddress_reachesTheBroker() {
        JsonNode bridge = synthesis.natResources().properties(FUNCTION, "FunctionName", "recon-nat-bridge");
        JsonNode group = bridge.get("VpcConfig").get("SecurityGroupIds").get(0);
        assertThat(Resources.shortly(group)).isEqualTo("FixedEgressBridge");
        assertThat(synthesis
                        .natResources()
                        .template()
                        .get("Resources")
                        .get(group.get("Fn::GetAtt").get(0).asText())
                        .findValues("ToPort"))
                .extracting(JsonNode::asInt)
                .containsExactlyInAnyOrder(443, 5671);
    }

    /** Which messages a function is handed over. */
    static JsonNode source(Resources resources, String kind) {
        return resources.ofType("AWS::Lambda::EventSourceMapping").values().stream()
                .map(mapping -> mapping.get("Properties"))
                .filter(mapping ->
                        Resources.shortly(mapping.get("EventSourceArn")).equals("Queues" + kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void logsEnd() {
        for (String kind : KINDS) {
            assertThat(resources
                            .properties("AWS::Logs::LogGroup", "LogGroupName", "/aws/lambda/recon-" + kind)
                            .get("RetentionInDays")
                            .asInt())
                    .isEqualTo(90);
        }
    }

    @Test
    void fixedAddress_isTheOnlyWayOut() {
        synthesis.natTemplate().resourceCountIs("AWS::EC2::NatGateway", 1);
        synthesis.natTemplate().resourceCountIs("AWS::EC2::EIP", 1);
        synthesis.natTemplate().hasOutput("Address", Match.anyValue());
        synthesis
                .natTemplate()
                .hasResourceProperties(
                        "AWS::EC2::SecurityGroup",
                        Map.of(
                                "SecurityGroupEgress",
                                Match.arrayEquals(List.of(Match.objectLike(
                                        Map.of("FromPort", 443, "ToPort", 443, "IpProtocol", "tcp"))))));
        JsonNode collect = synthesis.natResources().properties(FUNCTION, "FunctionName", "recon-nat-collect");
        assertThat(collect.get("VpcConfig").get("SubnetIds")).hasSize(2);
        assertThat(variable(collect, "RECON_COLLECT_EXCHANGE_EGRESS")).isEqualTo("nat");
    }

    @Test
    void noFixedAddress_costsNothing() {
        assertThat(synthesis.quietResources().template().toString())
                .doesNotContain("AWS::EC2::")
                .doesNotContain("AWS::ECS::");
        assertThat(resources.ofType("AWS::EC2::NatGateway")).isEmpty();
    }

    private static Optional<String> setting(JsonNode function, String name) {
        String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(function.get("Environment").get("Variables").get(variable))
                .map(Resources::shortly);
    }

    private static String variable(JsonNode function, String name) {
        return function.get("Environment").get("Variables").path(name).asText();
    }
}
