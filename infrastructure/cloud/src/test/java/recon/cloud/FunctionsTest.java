package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.setting.LedgerSettings;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.assertions.Match;

/** The functions: how they start, what they are told, and who invokes them. */
class FunctionsTest {
    private static final String FUNCTION = "AWS::Lambda::Function";

    private final Synthesis synthesis = Synthesis.get();
    private final Resources resources = synthesis.resources();

    @Test
    void functionsRunOnJava25_fromASnapshot_withWhatQuarkusNeeds() {
        assertThat(resources.ofType(FUNCTION)).hasSize(2).allSatisfy((id, function) -> {
            JsonNode properties = function.get("Properties");
            assertThat(properties.get("Runtime").asText()).isEqualTo("java25");
            assertThat(properties.get("Handler").asText())
                    .isEqualTo("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
            assertThat(properties.get("SnapStart").get("ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(variable(properties, "JAVA_TOOL_OPTIONS"))
                    .isEqualTo("--add-opens=java.base/java.lang=ALL-UNNAMED");
        });
        assertThat(resources.ofType("AWS::Lambda::Alias"))
                .hasSize(2)
                .allSatisfy((id, alias) ->
                        assertThat(alias.get("Properties").get("Name").asText()).isEqualTo("live"));
    }

    @Test
    void functionsFindEverythingByTheNamesThatTheStackGave() {
        for (String kind : new String[] {"collect", "reconcile"}) {
            JsonNode function = resources.properties(FUNCTION, "FunctionName", "recon-" + kind);
            AwsSettings settings = AwsSettings.from(name -> setting(function, name));
            assertThat(settings.standIn()).isFalse();
            assertThat(settings.bucket()).isEqualTo("BucketsBucket");
            synthesis.template().hasResourceProperties("AWS::SQS::Queue", Map.of("QueueName", settings.queue(kind)));
            synthesis
                    .template()
                    .hasResourceProperties("AWS::DynamoDB::Table", Map.of("TableName", settings.table("runs")));
            synthesis.template().hasResourceProperties("AWS::Events::EventBus", Map.of("Name", settings.eventBus()));
            assertThat(LedgerSettings.from(name -> setting(function, name)).withdrawalAmount())
                    .as("both functions have the same books")
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
    }

    @Test
    void queueHandsOverOneMessageAtATime_toFewWorkers_andTakesBackWhatFailed() {
        Map.of("collect", 5, "reconcile", 2).forEach((kind, workers) -> {
            JsonNode source = resources.ofType("AWS::Lambda::EventSourceMapping").values().stream()
                    .map(mapping -> mapping.get("Properties"))
                    .filter(mapping ->
                            Resources.shortly(mapping.get("EventSourceArn")).equals("Queues" + kind))
                    .findFirst()
                    .orElseThrow();
            assertThat(source.get("BatchSize").asInt()).isEqualTo(1);
            assertThat(source.get("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
            assertThat(source.get("ScalingConfig").get("MaximumConcurrency").asInt())
                    .isEqualTo(workers);
            assertThat(source.get("FunctionName").toString()).contains(":live");
        });
    }

    @Test
    void logsEnd() {
        for (String kind : new String[] {"collect", "reconcile"}) {
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
        assertThat(synthesis.resources().template().toString()).doesNotContain("AWS::EC2::");
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
