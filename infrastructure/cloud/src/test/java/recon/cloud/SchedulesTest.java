package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What begins by the clock. */
class SchedulesTest {
    private static final String SCHEDULE = "AWS::Scheduler::Schedule";

    private final Resources resources = Synthesis.get().resources();

    @Test
    void planIsSentAtMidnightUtc_asTheSampleThatCollectIsTestedWith() throws Exception {
        JsonNode plan = resources.properties(SCHEDULE, "Name", "recon-plan");
        assertThat(plan.get("ScheduleExpression").asText()).isEqualTo("cron(0 0 * * ? *)");
        assertThat(plan.get("ScheduleExpressionTimezone").asText()).isEqualTo("Etc/UTC");
        assertThat(plan.get("FlexibleTimeWindow").get("Mode").asText()).isEqualTo("OFF");
        String payload = plan.get("Target").get("Input").asText();
        assertThat(payload).contains("<aws.scheduler.scheduled-time>");
        // The scheduler writes the time in this form.
        assertThat(Synthesis.JSON.readTree(payload.replace("<aws.scheduler.scheduled-time>", "2026-01-02T00:00:00Z")))
                .isEqualTo(Synthesis.sample("collect-plan.json"));
    }

    /** At 02:00, 06:00 and so on. */
    @Test
    void planForFuturesIsSentEveryFourHours_asTheSampleThatCollectIsTestedWith() throws Exception {
        JsonNode plan = resources.properties(SCHEDULE, "Name", "recon-plan-futures");
        assertThat(plan.get("ScheduleExpression").asText()).isEqualTo("cron(0 2/4 * * ? *)");
        assertThat(plan.get("ScheduleExpressionTimezone").asText()).isEqualTo("Etc/UTC");
        String payload = plan.get("Target").get("Input").asText();
        assertThat(Synthesis.JSON.readTree(payload.replace("<aws.scheduler.scheduled-time>", "2026-01-02T02:00:00Z")))
                .isEqualTo(Synthesis.sample("collect-plan-futures.json"));
    }

    @Test
    void sweepIsSentEachMinute_asTheSampleThatCollectIsTestedWith() throws Exception {
        JsonNode sweep = resources.properties(SCHEDULE, "Name", "recon-sweep");
        assertThat(sweep.get("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(Synthesis.JSON.readTree(sweep.get("Target").get("Input").asText()))
                .isEqualTo(Synthesis.sample("collect-sweep.json"));
    }

    @Test
    void whatCannotBeBegun_isTriedForAWhile_andThenKept() {
        assertThat(resources.ofType(SCHEDULE)).hasSize(3).allSatisfy((id, schedule) -> {
            JsonNode target = schedule.get("Properties").get("Target");
            assertThat(Resources.shortly(target.get("Arn"))).isEqualTo("collectLive");
            assertThat(Resources.shortly(target.get("DeadLetterConfig").get("Arn")))
                    .isEqualTo("Queuesscheduledlq");
            assertThat(target.get("RetryPolicy").get("MaximumEventAgeInSeconds").asInt())
                    .isBetween(60, 21_600);
        });
        JsonNode failed = resources
                .ofType("AWS::Lambda::EventInvokeConfig")
                .values()
                .iterator()
                .next()
                .get("Properties");
        assertThat(Resources.shortly(
                        failed.get("DestinationConfig").get("OnFailure").get("Destination")))
                .isEqualTo("Queuesscheduledlq");
        assertThat(failed.get("MaximumRetryAttempts").asInt()).isEqualTo(2);
    }
}
