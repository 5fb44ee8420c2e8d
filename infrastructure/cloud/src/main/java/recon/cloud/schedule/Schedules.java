package recon.cloud.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import recon.cloud.function.ReconFunction;
import recon.storage.aws.AwsSettings;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.iam.PrincipalBase;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.scheduler.ContextAttribute;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The daily plan at midnight UTC, one for futures positions every four hours, and a sweep each minute. Payloads are those of
 * {@code events/}.
 */
public final class Schedules extends Construct {
    /** A plan that comes late still plans its own day: the schedule's time is in the payload. */
    private static final Duration PLAN_TRIED_FOR = Duration.hours(6);

    private static final int PLAN_TRIES = 60;
    /** From two o'clock on: at midnight the daily run captures the wallets. */
    private static final String FUTURES_HOURS = "2/4";

    /** The least that the scheduler takes; the next sweep is a minute away. */
    private static final Duration SWEEP_TRIED_FOR = Duration.minutes(1);

    private final AwsSettings settings;
    private final ReconFunction collect;
    private final Queue deadLetters;
    private final Role role;

    /** @param deadLetters takes what could not be begun, or failed each time it was */
    public Schedules(Construct scope, AwsSettings settings, ReconFunction collect, Queue deadLetters) {
        super(scope, "Schedules");
        this.settings = settings;
        this.collect = collect;
        this.deadLetters = deadLetters;
        this.role = Role.Builder.create(this, "Role")
                .assumedBy(scheduler())
                .description("What the schedules may do: invoke collect")
                .build();
        collect.live()
                .configureAsyncInvoke(EventInvokeConfigOptions.builder()
                        .retryAttempts(2)
                        .maxEventAge(PLAN_TRIED_FOR)
                        .onFailure(new SqsDestination(deadLetters))
                        .build());
        plan("plan", "Plans the run that closes the day before", "0");
        plan("plan-futures", "Plans what is read for futures positions", FUTURES_HOURS);
        schedule(
                "sweep",
                "Sends what is due",
                ScheduleExpression.rate(Duration.minutes(1)),
                Map.of("action", "sweep"),
                SWEEP_TRIED_FOR,
                0);
    }

    /** At the full hours that are given. */
    private void plan(String action, String what, String hours) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("action", action);
        payload.put("scheduledTime", ContextAttribute.getScheduledTime());
        schedule(
                action,
                what,
                ScheduleExpression.cron(CronOptionsWithTimezone.builder()
                        .minute("0")
                        .hour(hours)
                        .timeZone(TimeZone.ETC_UTC)
                        .build()),
                payload,
                PLAN_TRIED_FOR,
                PLAN_TRIES);
    }

    private void schedule(
            String name,
            String what,
            ScheduleExpression when,
            Map<String, Object> payload,
            Duration triedFor,
            int tries) {
        Schedule.Builder.create(this, name)
                .scheduleName(settings.prefix() + "-" + name)
                .description(what)
                .schedule(when)
                .target(LambdaInvoke.Builder.create(collect.live())
                        .role(role)
                        .input(ScheduleTargetInput.fromObject(payload))
                        .deadLetterQueue(deadLetters)
                        .maxEventAge(triedFor)
                        .retryAttempts(tries)
                        .build())
                .build();
    }

    /** Only schedules of this AWS account can make the service act for them. */
    private static PrincipalBase scheduler() {
        return new ServicePrincipal("scheduler.amazonaws.com")
                .withConditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)));
    }
}
