package recon.storage.work;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.work.Plant.plan;
import static recon.storage.work.Plant.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.storage.event.DomainEvent;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

/** The process dies at each of its calls in turn, before the call or after it, and another one goes on. */
class KilledAnywhereTest {
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(booleans = {false, true})
    void everyTaskEndsOnceAndOneEventIsTold_whereverTheProcessWasKilled(boolean afterTheCall) {
        Installation installation = Installation.fresh();
        boolean killed = true;
        int points = 0;
        for (int n = 1; killed; n++) {
            String runId = "run" + afterTheCall + n;
            RunPlan plan = plan(runId, task("a", 0), task("b", 1, "a"), task("c", 0));
            List<String> ends = new ArrayList<>();
            Plant plant = new Plant(installation, Duration.ofMinutes(1));
            plant.calls.killAt(n, afterTheCall);
            try {
                live(plant, plan, ends);
            } catch (Calls.Killed e) {
                points++;
            }
            killed = plant.calls.killed();
            plant.calls.spare();
            live(plant, plan, ends);

            check(plant, runId, ends, "killed at call " + n);
        }
        assertThat(points).as("calls of a whole life").isGreaterThan(25);
    }

    private static void live(Plant plant, RunPlan plan, List<String> ends) {
        plant.runs.plan(plan);
        plant.drain((task, run) -> {
            StepOutcome outcome = task.taskId().equals("c") && task.cursor().containsKey("page")
                    ? new StepOutcome.Failed("as it is meant to")
                    : Plant.pages(task, run);
            if (!(outcome instanceof StepOutcome.Proceed)) {
                ends.add(task.taskId() + outcome.getClass().getSimpleName());
            }
            return outcome;
        });
    }

    private static void check(Plant plant, String runId, List<String> ends, String when) {
        Run run = plant.run(runId);
        assertThat(run.state()).as(when).isEqualTo(RunState.COMPLETED);
        assertThat(run.open()).as(when).isZero();
        assertThat(run.failed()).as(when).isEqualTo(1);
        assertThat(run.openByStage()).as(when).isEqualTo(Map.of(0, 0, 1, 0));
        assertThat(ends).as(when).contains("aDone", "bDone", "cFailed");
        assertThat(plant.state(runId, "a")).as(when).isEqualTo(TaskState.DONE);
        assertThat(plant.state(runId, "b")).as(when).isEqualTo(TaskState.DONE);
        assertThat(plant.state(runId, "c")).as(when).isEqualTo(TaskState.FAILED);
        assertThat(plant.get(runId, "a").totals()).as(when).isEqualTo(Map.of("rows", 30L));
        assertThat(plant.get(runId, "c").totals()).as(when).isEqualTo(Map.of("rows", 10L));
        assertThat(plant.told)
                .as(when)
                .extracting(DomainEvent::id)
                .isNotEmpty()
                .containsOnly("CollectionCompleted#" + runId);
        assertThat(plant.told.stream().distinct()).as(when).hasSize(1);
        assertThat(plant.runs.nextDue()).as(when).isEmpty();
    }
}
