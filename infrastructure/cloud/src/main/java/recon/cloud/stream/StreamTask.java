package recon.cloud.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import recon.cloud.nag.Reason;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PrincipalBase;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** What one task consists of: its image, its limits, its log, and two roles, of which its code has the first. */
final class StreamTask extends Construct {
    static final String NAME = "stream";
    /** Where the Dockerfiles are, below the module's folder. */
    static final String DOCKERFILE = "src/main/docker/Dockerfile.jvm";

    private static final int CPU = 512;
    private static final int MEMORY_MB = 1024;
    /**
     * The task's own {@code recon.stream.grace} is 20 s, and some seconds more for the last answers and for the process.
     */
    private static final Duration STOPPING = Duration.seconds(60);
    /** Log lines that wait while nobody takes them. */
    private static final Size LOG_BUFFER = Size.mebibytes(25);

    private static final List<String> WRITABLE = List.of("/work/spool", "/tmp");

    private final LogGroup log;
    private final Role role;
    private final FargateTaskDefinition definition;

    /**
     * @param settings give the name
     * @param folder the module's, with the built package
     * @param environment its variables
     */
    StreamTask(
            Construct scope, AwsSettings settings, StreamChoice choice, Path folder, Map<String, String> environment) {
        super(scope, "Task");
        String name = settings.prefix() + "-" + NAME;
        this.log = LogGroup.Builder.create(this, "Log")
                .logGroupName("/ecs/" + name)
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        this.role = role("Role", "What " + name + " may do");
        Role start = role("Start", "What ECS may do to start " + name);
        this.definition = FargateTaskDefinition.Builder.create(this, "Definition")
                .family(name)
                .cpu(CPU)
                .memoryLimitMiB(MEMORY_MB)
                // An image is built for one architecture, and most machines that build have this one.
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.X86_64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .taskRole(role)
                .executionRole(start)
                .build();
        writable(definition.addContainer(
                NAME,
                ContainerDefinitionOptions.builder()
                        .image(image(choice, folder))
                        .environment(environment)
                        .readonlyRootFilesystem(true)
                        .stopTimeout(STOPPING)
                        .healthCheck(HealthCheck.builder()
                                .command(List.of("CMD", "/work/healthy"))
                                .interval(Duration.seconds(10))
                                .timeout(Duration.seconds(5))
                                .retries(3)
                                .startPeriod(Duration.seconds(60))
                                .build())
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(log)
                                .streamPrefix(NAME)
                                // The capture must not wait for its log.
                                .mode(AwsLogDriverMode.NON_BLOCKING)
                                .maxBufferSize(LOG_BUFFER)
                                .build()))
                        .build()));
        Reason.against(
                definition,
                "AwsSolutions-ECS2",
                "What the task is told is no secret: names and addresses. The keys it reads from Secrets Manager itself.");
        Reason.against(
                start,
                "AwsSolutions-IAM5",
                "^Resource::[*]$",
                "A login to the registry is not bound to a repository; what may be pulled with it is.");
    }

    LogGroup log() {
        return log;
    }

    Role role() {
        return role;
    }

    FargateTaskDefinition definition() {
        return definition;
    }

    private ContainerImage image(StreamChoice choice, Path folder) {
        return choice.image()
                .map(image -> (ContainerImage) ContainerImage.fromEcrRepository(
                        Repository.fromRepositoryName(this, "Repository", image.repository()), image.tag()))
                .orElseGet(() -> ContainerImage.fromAsset(
                        folder.toString(),
                        AssetImageProps.builder()
                                .file(DOCKERFILE)
                                .platform(Platform.LINUX_AMD64)
                                .build()));
    }

    /** The image is read-only but for these, which end with the task. */
    private void writable(ContainerDefinition container) {
        for (String path : WRITABLE) {
            String volume = path.substring(path.lastIndexOf('/') + 1);
            definition.addVolume(Volume.builder().name(volume).build());
            container.addMountPoints(MountPoint.builder()
                    .sourceVolume(volume)
                    .containerPath(path)
                    .readOnly(false)
                    .build());
        }
    }

    private Role role(String id, String what) {
        return Role.Builder.create(this, id)
                .assumedBy(tasks())
                .description(what)
                .build();
    }

    /** Only tasks of this AWS account can make the service act for them. */
    private static PrincipalBase tasks() {
        return new ServicePrincipal("ecs-tasks.amazonaws.com")
                .withConditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)));
    }
}
