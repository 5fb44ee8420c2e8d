package recon.storage.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.storage.work.Plant.DEADLINE;
import static recon.storage.work.Plant.START;
import static recon.storage.work.Plant.plan;
import static recon.storage.work.Plant.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.event.DomainEvent;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

class SweeperTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private Installation installation;
    private Plant plant;

    @BeforeEach
    void build() {
        installation = Installation.fresh();
        plant = new Plant(installation);
    }

    private static TaskPlan[] tasks(int count) {
        return IntStream.range(0, count).mapToObj(i -> task("t" + i, 0)).toArray(TaskPlan[]::new);
    }

    @Test
    void everyTaskIsSentOnce_howeverOftenTheSweeperComes() {
        plant.runs.plan(plan("r", tasks(95)));

        assertThat(plant.sweep()).isEqualTo(95);
        assertThat(plant.sweep()).isZero();

        assertThat(plant.messages()).hasSize(95).doesNotHaveDuplicates();
    }

    @Test
    void taskIsSentAgain_whenItsMessageOrItsWorkerVanished() {
        plant.runs.plan(plan("r", task("a", 0)));
        plant.sweep();
        plant.messages();
        plant.sleep(Duration.ofMinutes(15));
        plant.sweep();
        String second = plant.messages().getFirst();
        assertThat(plant.get("r", "a").attempts())
                .as("a lost message is nobody's error")
                .isZero();
        assertThatThrownBy(() -> plant.work(second, (task, run) -> {
                    throw new Error("the process dies");
                }))
                .hasMessage("the process dies");
        plant.sleep(Duration.ofMinutes(15).minusMillis(1));
        assertThat(plant.sweep()).isZero();
        plant.sleep(Duration.ofMillis(1));

        plant.sweep();

        assertThat(plant.get("r", "a").attempts()).isEqualTo(1);
        plant.messages().forEach(m -> plant.work(m, Plant::pages));
        assertThat(plant.get("r", "a").totals()).isEqualTo(Map.of("rows", 30L));
    }

    @Test
    void taskIsGivenUp_whenItKillsEveryWorker() {
        plant.runs.plan(plan("r", task("a", 0)));
        int deaths = 0;
        while (plant.run("r").state() == RunState.OPEN && deaths < 100) {
            plant.sweep();
            for (String message : plant.messages()) {
                deaths++;
                assertThatThrownBy(() -> plant.work(message, (task, run) -> {
                            throw new Error("dies");
                        }))
                        .hasMessage("dies");
            }
            plant.sleep(Duration.ofMinutes(15));
        }

        assertThat(deaths).isEqualTo(Attempts.MOST);
        assertThat(plant.get("r", "a").state()).isEqualTo(TaskState.FAILED);
        assertThat(plant.get("r", "a").reason()).contains("abandoned");
    }

    @Test
    void eventTellsHowTheRunWent_underADeterministicId() throws Exception {
        plant.runs.plan(plan("r", task("a", 0), task("b", 0, "a"), task("c", 0)));

        plant.drain((task, run) ->
                task.taskId().equals("a") ? new StepOutcome.Failed("key refused") : Plant.pages(task, run));

        assertThat(plant.told).hasSize(1);
        DomainEvent event = plant.told.getFirst();
        assertThat(event.id()).isEqualTo("CollectionCompleted#r");
        assertThat(event.type()).isEqualTo("CollectionCompleted");
        assertThat(event.source()).isEqualTo("recon.collect");
        JsonNode detail = JSON.readTree(event.detailJson());
        assertThat(detail).isEqualTo(JSON.readTree("""
                        {"runId":"r","kind":"collect","day":"2026-01-05","attributes":{"day":"2026-01-05"},
                         "counts":{"tasks":3,"done":1,"failed":1,"skipped":1,"neverWritten":0},
                         "totals":{"rows":30},
                         "notDone":{"count":2,"tasks":[
                           {"name":"name of a","account":"7","state":"FAILED","reason":"key refused"},
                           {"name":"name of b","account":"7","state":"SKIPPED",
                            "reason":"needs name of a, which is FAILED: key refused"}]}}
                        """));
        assertThat(plant.runs.nextDue()).as("nothing is left to do").isEmpty();
    }

    @Test
    void atMostAHundredTasksAreNamed_andAllAreCounted() throws Exception {
        plant.runs.plan(plan("r", tasks(130)));
        plant.sleep(Duration.between(START, DEADLINE));

        plant.sweep();
        plant.sweep();

        JsonNode notDone = JSON.readTree(plant.told.getFirst().detailJson()).path("notDone");
        assertThat(notDone.path("count").asInt()).isEqualTo(130);
        assertThat(notDone.path("tasks")).hasSize(100);
        assertThat(plant.told.getFirst().detailJson().length()).isLessThan(200_000);
    }

    @Test
    void eventIsToldAgainUnderTheSameId_whenTheTellingWasCutShort() {
        plant.runs.plan(plan("r"));
        assertThat(plant.told).isEmpty();
        plant.calls.reset();
        boolean killed = true;
        for (int n = 1; killed; n++) {
            plant.calls.killAt(n, true);
            try {
                plant.sweep();
            } catch (Calls.Killed e) {
                assertThat(plant.calls.killed()).isTrue();
            }
            killed = plant.calls.killed();
        }
        plant.calls.spare();

        assertThat(plant.told).hasSizeGreaterThan(1).extracting(DomainEvent::id).containsOnly("CollectionCompleted#r");
        int told = plant.told.size();
        plant.drain(Plant::pages);
        assertThat(plant.told).as("marked as told").hasSize(told);
    }

    @Test
    void otherWorkGoesOn_whenTheBusIsDown() {
        plant.runs.plan(plan("done"));
        plant.runs.plan(plan("r", task("a", 0)));
        Sweeper silent = new Sweeper(installation.clients(), installation.settings(), events -> {
            throw new IllegalStateException("bus is down");
        });

        assertThatThrownBy(() -> silent.sweep(plant.now())).hasMessage("bus is down");

        assertThat(plant.messages()).hasSize(1);
        plant.sweep();
        assertThat(plant.told).extracting(DomainEvent::id).containsExactly("CollectionCompleted#done");
    }

    @Test
    void runCompletesWithItsGapsNamed_atItsDeadline() {
        plant.runs.plan(plan("r", tasks(210)));
        plant.sweep();
        List<String> messages = plant.messages();
        plant.work(messages.getFirst(), Plant::pages);
        plant.work(messages.get(1), (task, run) -> new StepOutcome.Failed("before"));
        plant.sleep(Duration.between(START, DEADLINE).minusMillis(1));
        plant.sweep();
        assertThat(plant.run("r").state()).isEqualTo(RunState.OPEN);
        List<String> late = plant.messages();
        plant.sleep(Duration.ofMillis(1));

        plant.sweep();

        assertThat(plant.run("r").state()).isEqualTo(RunState.COMPLETED);
        assertThat(plant.run("r").open()).isZero();
        assertThat(plant.run("r").failed()).isEqualTo(209);
        assertThat(plant.runs.tasks("r"))
                .filteredOn(t -> t.reason().equals("deadline"))
                .hasSize(208);
        plant.work(late.getFirst(), (task, run) -> {
            throw new AssertionError("worked after the deadline");
        });
        plant.drain(Plant::pages);
        assertThat(plant.told).hasSize(1);
    }

    @Test
    void workerLosesItsTask_whenTheDeadlinePassesMeanwhile() {
        plant.runs.plan(plan("r", task("a", 0)));
        plant.sweep();

        plant.work(plant.messages().getFirst(), (task, run) -> {
            plant.sleep(Duration.between(START, DEADLINE));
            plant.sweep();
            return new StepOutcome.Done(Map.of(), Map.of("rows", 1L));
        });

        assertThat(plant.get("r", "a").state()).isEqualTo(TaskState.FAILED);
        assertThat(plant.run("r").open()).isZero();
    }

    @Test
    void tasksThatWereNeverWrittenCountAsFailed_whenAPlannerDied() throws Exception {
        RunPlan plan = plan("r", tasks(210));
        plant.calls.killAt(3, false);
        try {
            plant.runs.plan(plan);
        } catch (Calls.Killed e) {
            assertThat(plant.run("r").state()).isEqualTo(RunState.PLANNING);
        }
        plant.calls.spare();
        int written = plant.runs.tasks("r").size();
        assertThat(written).isLessThan(210);
        plant.sleep(Duration.between(START, DEADLINE));

        plant.sweep();
        plant.sweep();

        assertThat(plant.run("r").state()).isEqualTo(RunState.COMPLETED);
        JsonNode detail = JSON.readTree(plant.told.getFirst().detailJson());
        assertThat(detail.path("counts").path("neverWritten").asInt()).isEqualTo(210 - written);
        assertThat(detail.path("notDone").path("count").asInt()).isEqualTo(210);
        assertThat(plant.runs.plan(plan)).as("too late").isFalse();
        assertThat(plant.runs.tasks("r")).hasSize(written);
    }
}
