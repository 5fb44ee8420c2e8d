package recon.storage.work;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.work.Plant.START;
import static recon.storage.work.Plant.plan;
import static recon.storage.work.Plant.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.item.Lanes;
import recon.storage.testing.Installation;

/** Tasks that wait for others: for a lower stage, or for what they need. */
class GateTest {
    private static final Step DONE = (task, run) -> new StepOutcome.Done(Map.of(), Map.of());

    private Plant plant;

    @BeforeEach
    void build() {
        plant = new Plant(Installation.fresh());
    }

    @Test
    void higherStageWaits_untilEveryTaskOfTheLowerHasEnded() {
        plant.runs.plan(plan("r", task("low1", 0), task("low2", 0), task("high", 5)));
        List<String> order = new ArrayList<>();
        Step step = (task, run) -> {
            if (task.taskId().equals("low2") && task.cursor().isEmpty()) {
                return new StepOutcome.PutBack(Map.of("page", "2"), START.plusSeconds(12), "not now", false, Map.of());
            }
            order.add(task.taskId());
            return task.taskId().equals("low1")
                    ? new StepOutcome.Failed("failed ones have ended as well")
                    : new StepOutcome.Done(Map.of(), Map.of());
        };

        plant.drain(step);

        assertThat(order).containsExactly("low1", "low2", "high");
        assertThat(plant.get("r", "high").attempts()).isZero();
        assertThat(plant.state("r", "high")).isEqualTo(TaskState.DONE);
        assertThat(plant.run("r").openByStage()).isEqualTo(Map.of(0, 0, 5, 0));
    }

    @Test
    void higherStageFallsDueAtOnce_whenTheLastOfTheLowerEnds() {
        plant.runs.plan(plan("r", task("low", 0), task("high", 1)));
        assertThat(plant.get("r", "high").reason()).isEqualTo("tasks of a lower stage are open");
        assertThat(plant.sweep()).as("only the lower one is sent").isEqualTo(1);

        plant.messages().forEach(m -> plant.work(m, DONE));

        assertThat(plant.runs.nextDue()).contains(plant.now());
        assertThat(plant.sweep()).as("the higher one is sent").isEqualTo(1);
    }

    @Test
    void higherStageWaitsForItsOwnTime_whenTheLastOfTheLowerEndsBefore() {
        Instant later = START.plus(Duration.ofHours(1));
        plant.runs.plan(
                plan("r", task("low", 0), new TaskPlan("high", "high", "7", 1, Set.of(), later, Map.of("pages", "1"))));
        plant.sweep();

        plant.messages().forEach(m -> plant.work(m, DONE));

        assertThat(plant.runs.nextDue()).contains(later);
    }

    @Test
    void higherStageIsLookedAtAgain_whenWhoEndedTheLowerCouldNotLetItGo() {
        plant.runs.plan(plan("r", task("low", 0), task("high", 1)));

        assertThat(plant.runs.nextDue()).contains(START);
        plant.sweep();
        assertThat(plant.runs.nextDue()).as("by itself").contains(START.plus(Duration.ofMinutes(5)));
        plant.sleep(Duration.ofMinutes(5));
        assertThat(plant.sweep()).isEqualTo(1);
        plant.messages().stream().filter(m -> m.contains("high")).forEach(m -> plant.work(m, DONE));
        assertThat(plant.get("r", "high").state()).as("still held back").isEqualTo(TaskState.PLANNED);
        assertThat(plant.get("r", "high").notBefore())
                .as("what was planned stays")
                .isEqualTo(START);
    }

    @Test
    void exactlyOneEndingLetsTheHigherStageGo_whenAllOfTheLowerEndAtOnce() {
        TaskPlan[] tasks = Stream.concat(
                        IntStream.range(0, 8).mapToObj(i -> task("low" + i, 0)), Stream.of(task("high", 1)))
                .toArray(TaskPlan[]::new);
        plant.runs.plan(plan("r", tasks));
        plant.sweep();

        Lanes.all(plant.messages().stream()
                .map(m -> (Callable<Boolean>) () -> {
                    plant.work(m, DONE);
                    return true;
                })
                .toList());

        assertThat(plant.run("r").openByStage()).isEqualTo(Map.of(0, 0, 1, 1));
        assertThat(plant.runs.nextDue()).contains(plant.now());
    }

    @Test
    void taskIsSkippedWithTheReason_whenWhatItNeedsWasNotDone() {
        plant.runs.plan(plan("r", task("a", 0), task("b", 0, "a"), task("c", 0, "b"), task("d", 0)));

        plant.drain((task, run) ->
                task.taskId().equals("a") ? new StepOutcome.Failed("key refused") : Plant.pages(task, run));

        assertThat(plant.state("r", "b")).isEqualTo(TaskState.SKIPPED);
        assertThat(plant.get("r", "b").reason()).isEqualTo("needs name of a, which is FAILED: key refused");
        assertThat(plant.get("r", "c").reason())
                .isEqualTo("needs name of b, which is SKIPPED: needs name of a, which is FAILED: key refused");
        assertThat(plant.state("r", "d")).isEqualTo(TaskState.DONE);
        assertThat(plant.run("r").failed()).isEqualTo(1);
    }

    @Test
    void taskWaits_whileWhatItNeedsIsOpen() {
        plant.runs.plan(plan("r", task("a", 0), task("b", 0, "a")));
        plant.sweep();
        plant.messages().stream()
                .filter(m -> m.contains("\"b\""))
                .forEach(m -> plant.work(m, (t, r) -> new StepOutcome.Failed("too early")));

        Task b = plant.get("r", "b");
        assertThat(b.state()).isEqualTo(TaskState.PLANNED);
        assertThat(b.reason()).isEqualTo("needs name of a, which is open");
        assertThat(plant.runs.nextDue()).contains(START.plusSeconds(15));
        plant.sleep(Duration.ofSeconds(15));
        plant.sweep();
        plant.messages().stream()
                .filter(m -> m.contains("\"b\""))
                .forEach(m -> plant.work(m, (t, r) -> new StepOutcome.Failed("too early")));
        assertThat(plant.runs.nextDue()).contains(START.plusSeconds(75));
    }
}
