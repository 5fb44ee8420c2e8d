package recon.cloud.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import recon.cloud.network.Way;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Two tasks in two zones, each of which captures all accounts. New ones are up before the old ones end, so that a
 * deployment leaves no gap.
 */
public final class StreamService extends Construct {
    /** How many there are at any time. */
    public static final int TASKS = 2;

    private final StreamTask task;
    private final Cluster cluster;
    private final FargateService service;

    /**
     * @param settings give the names
     * @param folder the module's, with the built package
     * @param environment its variables
     * @param way the network it runs in
     */
    public StreamService(
            Construct scope,
            AwsSettings settings,
            StreamChoice choice,
            Path folder,
            Map<String, String> environment,
            Way way) {
        super(scope, "Stream");
        this.task = new StreamTask(this, settings, choice, folder, environment);
        this.cluster = Cluster.Builder.create(this, "Cluster")
                .clusterName(settings.prefix())
                .vpc(way.vpc())
                .containerInsightsV2(ContainerInsights.ENABLED)
                .build();
        this.service = FargateService.Builder.create(this, "Service")
                .cluster(cluster)
                .serviceName(settings.prefix() + "-" + StreamTask.NAME)
                .taskDefinition(task.definition())
                .desiredCount(TASKS)
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .platformVersion(FargatePlatformVersion.LATEST)
                .vpcSubnets(way.subnets())
                .securityGroups(List.of(way.group()))
                .assignPublicIp(way.ownAddress())
                .build();
        service.getNode().addDependency(way.vpc().getInternetConnectivityEstablished());
    }

    /** What its code may do. */
    public Role role() {
        return task.role();
    }

    /** What it says. */
    public LogGroup log() {
        return task.log();
    }

    /** How many tasks run. */
    public Metric running() {
        return Metric.Builder.create()
                .namespace("ECS/ContainerInsights")
                .metricName("RunningTaskCount")
                .dimensionsMap(Map.of("ClusterName", cluster.getClusterName(), "ServiceName", service.getServiceName()))
                .build();
    }
}
