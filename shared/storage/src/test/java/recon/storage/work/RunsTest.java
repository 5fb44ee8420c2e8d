package recon.storage.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static recon.storage.work.Plant.DAY;
import static recon.storage.work.Plant.DEADLINE;
import static recon.storage.work.Plant.START;
import static recon.storage.work.Plant.plan;
import static recon.storage.work.Plant.task;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

class RunsTest {
    private Plant plant;

    @BeforeEach
    void build() {
        plant = new Plant(Installation.fresh());
    }

    @Test
    void runAndTasksStandAsPlanned_whenOpened() {
        RunPlan plan = plan("r", task("a", 0), task("b#1%", 1, "a"), task("c", 1));

        assertThat(plant.runs.plan(plan)).isTrue();

        assertThat(plant.run("r"))
                .isEqualTo(new Run(
                        "r",
                        "collect",
                        DAY,
                        DEADLINE,
                        Map.of("day", "2026-01-05"),
                        RunState.OPEN,
                        3,
                        3,
                        0,
                        Map.of(0, 1, 1, 2),
                        "CollectionCompleted"));
        assertThat(plant.runs.tasks("r")).extracting(Task::taskId).containsExactlyInAnyOrder("a", "b#1%", "c");
        assertThat(plant.get("r", "b#1%"))
                .isEqualTo(new Task(
                        "r",
                        "b#1%",
                        "name of b#1%",
                        "7",
                        1,
                        Set.of("a"),
                        TaskState.PLANNED,
                        Map.of(),
                        Map.of("pages", "3"),
                        START,
                        0,
                        0,
                        Map.of(),
                        "tasks of a lower stage are open"));
        assertThat(plant.runs.nextDue()).contains(START);
        assertThat(plant.runs.run("another")).isEmpty();
    }

    @Test
    void nothingChanges_whenPlannedAgain() {
        RunPlan plan = plan("r", task("a", 0), task("b", 0));
        plant.runs.plan(plan);
        plant.drain(Plant::pages);
        assertThat(plant.run("r").state()).isEqualTo(RunState.COMPLETED);

        assertThat(plant.runs.plan(plan)).isFalse();

        plant.drain(Plant::pages);
        assertThat(plant.runs.tasks("r")).allMatch(t -> t.totals().equals(Map.of("rows", 30L)));
        assertThat(plant.told).hasSize(1);
    }

    @Test
    void planningGoesOn_whereverItWasKilled() {
        TaskPlan[] tasks =
                IntStream.range(0, 210).mapToObj(i -> task("t" + i, 0)).toArray(TaskPlan[]::new);
        boolean killed = true;
        int points = 0;
        for (int n = 1; killed; n++) {
            RunPlan plan = plan("r" + n, tasks);
            plant.calls.killAt(n, n % 2 == 0);
            try {
                plant.runs.plan(plan);
            } catch (Calls.Killed e) {
                points++;
            }
            killed = plant.calls.killed();
            plant.calls.spare();

            plant.runs.plan(plan);

            assertThat(plant.run("r" + n).state()).isEqualTo(RunState.OPEN);
            assertThat(plant.run("r" + n).open()).isEqualTo(210);
            assertThat(plant.runs.tasks("r" + n)).hasSize(210);
        }
        assertThat(points).as("run, three lots of tasks, opening").isGreaterThanOrEqualTo(5);
    }

    @Test
    void taskIsNotSetBack_whenAnotherPlannerComesLate() {
        RunPlan plan = plan("r", task("a", 0), task("b", 0));
        plant.calls.killAt(4, false);
        try {
            plant.runs.plan(plan);
        } catch (Calls.Killed e) {
            assertThat(plant.run("r").state()).as("killed before opening").isEqualTo(RunState.PLANNING);
        }
        plant.calls.spare();
        plant.sweep();
        plant.messages().forEach(m -> plant.work(m, Plant::pages));
        assertThat(plant.get("r", "a").reason()).isEqualTo("the run is still being planned");
        long lease = plant.get("r", "a").lease();

        assertThat(plant.runs.plan(plan)).isTrue();

        assertThat(plant.get("r", "a").lease()).isEqualTo(lease);
        plant.drain(Plant::pages);
        assertThat(plant.run("r").state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void completesAtOnce_whenThereIsNothingToDo() {
        assertThat(plant.runs.plan(plan("r"))).isTrue();

        plant.drain(Plant::pages);

        assertThat(plant.run("r").state()).isEqualTo(RunState.COMPLETED);
        assertThat(plant.told).extracting(e -> e.id()).containsExactly("CollectionCompleted#r");
    }

    @Test
    void refused_whenThePlanCannotWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan("r", task("a", 0), task("a", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("r", task("a", 0, "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("r", task("a", 0, "nobody")));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("r", task("a", 0, "b"), task("b", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunPlan("r", "unknown", DAY, DEADLINE, Map.of(), List.of(), "T"));
    }
}
