package recon.cloud.function;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import recon.cloud.nag.Reason;
import recon.cloud.network.Way;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * A function with a role and a log of its own. What invokes it goes through the alias {@code live}: only a published
 * version starts from a snapshot.
 */
public final class ReconFunction extends Construct {
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private final FunctionSpec spec;
    private final Role role;
    private final Function function;
    private final Alias live;

    /**
     * @param settings give the name
     * @param zip the package
     * @param environment its variables
     * @param way the network it runs in; without one, Lambda's own
     */
    public ReconFunction(
            Construct scope,
            FunctionSpec spec,
            AwsSettings settings,
            Path zip,
            Map<String, String> environment,
            Optional<Way> way) {
        super(scope, requireNonNull(spec, "spec is null").kind());
        this.spec = spec;
        String name = settings.prefix() + "-" + spec.kind();
        this.role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description("What " + name + " may do")
                .build();
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/lambda/" + name)
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        log.grantWrite(role);
        Function.Builder builder = Function.Builder.create(this, "Function")
                .functionName(name)
                .description(spec.description())
                .runtime(Runtime.JAVA_25)
                // The package is nothing but Java, and a second on ARM costs a fifth less.
                .architecture(Architecture.ARM_64)
                .handler(HANDLER)
                .code(Code.fromAsset(zip.toString()))
                .memorySize(spec.memoryMb())
                .timeout(Duration.seconds(spec.seconds()))
                .environment(environment)
                .role(role)
                .logGroup(log)
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        way.ifPresent(network -> network.carry(builder, role, name));
        this.function = builder.build();
        Annotations.of(function)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes each version.");
        this.live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
        Reason.against(
                function,
                "Serverless-LambdaDLQ",
                "What the queue invokes and fails goes to the queue's dead-letter queue; what the clock invokes and fails"
                        + " goes to the destination of the alias.");
        Reason.against(
                function,
                "Serverless-LambdaTracing",
                "What was done when is in the runs, their tasks and the archive, request by request; sampled traces would"
                        + " add a right on every resource and show less.");
    }

    /** Lets the function work on a queue. Of a batch only the messages come again that the function names. */
    public void worksOn(IQueue queue) {
        SqsEventSource.Builder source = SqsEventSource.Builder.create(queue)
                .batchSize(spec.batch())
                .reportBatchItemFailures(true)
                .maxConcurrency(spec.concurrency());
        if (spec.windowSeconds() > 0) {
            source.maxBatchingWindow(Duration.seconds(spec.windowSeconds()));
        }
        live.addEventSource(source.build());
        Reason.against(
                live,
                "Serverless-LambdaEventSourceMappingDestination",
                "Lambda has no such destination for a queue: the queue's own dead-letter queue takes what fails.");
    }

    public FunctionSpec spec() {
        return spec;
    }

    public Role role() {
        return role;
    }

    public Function function() {
        return function;
    }

    /** What callers invoke. */
    public Alias live() {
        return live;
    }
}
