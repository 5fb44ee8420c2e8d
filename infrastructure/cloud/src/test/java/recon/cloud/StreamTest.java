package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The container task that captures the stream. */
class StreamTest {
    private final Synthesis synthesis = Synthesis.get();
    private final Resources resources = synthesis.resources();

    @Test
    void twoTasksRun_andNewOnesAreUpBeforeOldOnesEnd() {
        JsonNode service = service(resources);
        assertThat(service.get("DesiredCount").asInt()).isEqualTo(2);
        assertThat(service.get("LaunchType").asText()).isEqualTo("FARGATE");
        assertThat(service.get("AvailabilityZoneRebalancing").asText()).isEqualTo("ENABLED");
        JsonNode deployment = service.get("DeploymentConfiguration");
        assertThat(deployment.get("MinimumHealthyPercent").asInt()).isEqualTo(100);
        assertThat(deployment.get("MaximumPercent").asInt()).isEqualTo(200);
        assertThat(deployment.get("DeploymentCircuitBreaker")).hasToString("{\"Enable\":true,\"Rollback\":true}");
    }

    @Test
    void tasksRunInTwoZones_withTheirOwnAddresses_andNothingReachesThem() {
        JsonNode network = service(resources).get("NetworkConfiguration").get("AwsvpcConfiguration");
        assertThat(network.get("AssignPublicIp").asText()).isEqualTo("ENABLED");
        assertThat(network.get("Subnets"))
                .extracting(subnet -> zone(resources, subnet))
                .containsExactlyInAnyOrder("0", "1");
        assertThat(resources.ofType("AWS::EC2::SecurityGroup").values())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.get("Properties").has("SecurityGroupIngress"))
                            .isFalse();
                    assertThat(group.get("Properties").findValues("ToPort"))
                            .extracting(JsonNode::asInt)
                            .containsExactly(443);
                });
    }

    @Test
    void tasksBehindAFixedAddress_haveNoOther() {
        Resources nat = synthesis.natResources();
        JsonNode network = service(nat).get("NetworkConfiguration").get("AwsvpcConfiguration");
        assertThat(network.get("AssignPublicIp").asText()).isEqualTo("DISABLED");
        assertThat(network.get("Subnets"))
                .allSatisfy(subnet -> assertThat(Resources.shortly(subnet)).contains("functionsSubnet"))
                .extracting(subnet -> zone(nat, subnet))
                .containsExactlyInAnyOrder("0", "1");
        assertThat(nat.ofType("AWS::EC2::VPC")).as("one network").hasSize(1);
    }

    @Test
    void taskHasRoomAndTimeToEnd_isAskedHowItIs_andWritesNowhereButToItsSpool() {
        JsonNode task = task(resources);
        assertThat(task.get("Cpu").asText()).isEqualTo("512");
        assertThat(task.get("Memory").asText()).isEqualTo("1024");
        JsonNode container = container(resources);
        assertThat(container.get("StopTimeout").asInt())
                .as("more than recon.stream.grace, 20 s, and quarkus.shutdown.timeout, 25 s, together")
                .isGreaterThan(45)
                .isLessThanOrEqualTo(120);
        assertThat(container.get("HealthCheck").get("Command")).hasToString("[\"CMD\",\"/work/healthy\"]");
        assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.get("MountPoints"))
                .extracting(mount -> mount.get("ContainerPath").asText())
                .containsExactlyInAnyOrder("/work/spool", "/tmp");
        assertThat(task.get("Volumes")).hasSize(2);
        assertThat(container.has("PortMappings")).isFalse();
    }

    @Test
    void logEnds_andNeverHoldsUpTheCapture() {
        assertThat(resources
                        .properties("AWS::Logs::LogGroup", "LogGroupName", "/ecs/recon-stream")
                        .get("RetentionInDays")
                        .asInt())
                .isEqualTo(90);
        assertThat(container(resources)
                        .get("LogConfiguration")
                        .get("Options")
                        .get("mode")
                        .asText())
                .isEqualTo("non-blocking");
    }

    @Test
    void taskKnowsTheAccounts_whereItIs_andNoSecret() {
        assertThat(environment(resources))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "RECON_AWS_BUCKET", "BucketsBucket",
                        "RECON_AWS_EVENT_BUS", "recon",
                        "RECON_AWS_PREFIX", "recon",
                        "RECON_AWS_REGION", "AWS::Region",
                        "RECON_STREAM_BRIDGE", "false",
                        "RECON_STREAM_ACCOUNTS_0__UID", "350123456",
                        "RECON_STREAM_ACCOUNTS_0__CREDENTIALS", "secrets-manager:binance/main",
                        "RECON_STREAM_ACCOUNTS_1__UID", "350123457",
                        "RECON_STREAM_ACCOUNTS_1__CREDENTIALS", "secrets-manager:binance/sub1"));
        assertThat(environment(synthesis.natResources())).containsEntry("RECON_STREAM_BRIDGE", "true");
    }

    @Test
    void nobodysAccounts_noStream() {
        assertThat(synthesis.emptyResources().ofType("AWS::ECS::Service")).isEmpty();
        assertThat(synthesis.emptyResources().ofType("AWS::EC2::VPC")).isEmpty();
    }

    private static JsonNode service(Resources resources) {
        return only(resources, "AWS::ECS::Service");
    }

    private static JsonNode task(Resources resources) {
        return only(resources, "AWS::ECS::TaskDefinition");
    }

    private static JsonNode container(Resources resources) {
        JsonNode containers = task(resources).get("ContainerDefinitions");
        assertThat(containers).hasSize(1);
        return containers.get(0);
    }

    private static JsonNode only(Resources resources, String type) {
        assertThat(resources.ofType(type)).hasSize(1);
        return resources.ofType(type).values().iterator().next().get("Properties");
    }

    private static Map<String, String> environment(Resources resources) {
        Map<String, String> environment = new TreeMap<>();
        container(resources)
                .get("Environment")
                .forEach(variable ->
                        environment.put(variable.get("Name").asText(), Resources.shortly(variable.get("Value"))));
        return environment;
    }

    /** Which of the region's zones a subnet is in. */
    private static String zone(Resources resources, JsonNode subnet) {
        return resources
                .template()
                .get("Resources")
                .get(subnet.get("Ref").asText())
                .get("Properties")
                .get("AvailabilityZone")
                .get("Fn::Select")
                .get(0)
                .asText();
    }
}
