package recon.storage.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.storage.work.Plant.ENDLESS;
import static recon.storage.work.Plant.START;
import static recon.storage.work.Plant.plan;
import static recon.storage.work.Plant.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.StorageException;
import recon.storage.testing.Installation;

class WorkerTest {
    private Plant plant;

    @BeforeEach
    void build() {
        plant = new Plant(Installation.fresh());
    }

    private String onlyMessage() {
        plant.sweep();
        List<String> messages = plant.messages();
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private static StepOutcome back(Instant notBefore, boolean error) {
        return new StepOutcome.PutBack(Map.of("page", "2"), notBefore, "not now", error, Map.of("requests", 1L));
    }

    @Test
    void pagesAreTurnedToTheEnd_whenNothingIsInTheWay() {
        plant.runs.plan(plan("r", task("a", 0)));

        plant.work(onlyMessage(), Plant::pages);

        Task done = plant.get("r", "a");
        assertThat(done.state()).isEqualTo(TaskState.DONE);
        assertThat(done.cursor()).isEqualTo(Map.of("page", "3"));
        assertThat(done.totals()).isEqualTo(Map.of("rows", 30L));
        assertThat(plant.run("r").open()).isZero();
    }

    @Test
    void messageCarriesRunTaskAndLease_asJson() {
        plant.runs.plan(plan("r", task("a", 0)));

        assertThat(onlyMessage()).isEqualTo("{\"runId\":\"r\",\"taskId\":\"a\",\"lease\":1}");
    }

    @Test
    void goesOnInANewMessage_whenTheSliceIsUsedUp() {
        plant.runs.plan(plan("r", task("a", 0)));

        plant.worker.work(onlyMessage(), Plant::pages, () -> true);

        Task task = plant.get("r", "a");
        assertThat(task.state()).isEqualTo(TaskState.SENT);
        assertThat(task.cursor()).isEqualTo(Map.of("page", "1"));
        assertThat(task.attempts()).isZero();
        assertThat(plant.messages()).containsExactly("{\"runId\":\"r\",\"taskId\":\"a\",\"lease\":2}");
    }

    @Test
    void secondWorkerDoesNothing_whenBothHaveTheSameMessage() {
        plant.runs.plan(plan("r", task("a", 0)));
        String message = onlyMessage();
        AtomicInteger steps = new AtomicInteger();
        Step counting = (task, run) -> {
            if (steps.incrementAndGet() == 1) {
                plant.work(message, (t, r) -> new StepOutcome.Failed("the second worker got it too"));
            }
            return Plant.pages(task, run);
        };

        plant.work(message, counting);
        plant.work(message, counting);

        assertThat(plant.state("r", "a")).isEqualTo(TaskState.DONE);
        assertThat(steps).hasValue(3);
    }

    @Test
    void oneOfThemWins_whenWorkersClaimAtTheSameMoment() throws Exception {
        plant.runs.plan(plan("r", task("a", 0)));
        String message = onlyMessage();
        AtomicInteger begun = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(4);
        List<Callable<Boolean>> workers = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    together.await();
                    plant.work(message, (task, run) -> {
                        begun.addAndGet(task.cursor().isEmpty() ? 1 : 0);
                        return Plant.pages(task, run);
                    });
                    return true;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> one : threads.invokeAll(workers)) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(begun).hasValue(1);
        assertThat(plant.get("r", "a").totals()).isEqualTo(Map.of("rows", 30L));
    }

    @Test
    void oldMessageIsDropped_afterTheTaskWasSentAgain() {
        plant.runs.plan(plan("r", task("a", 0)));
        String old = onlyMessage();
        plant.sleep(Duration.ofMinutes(15));
        String fresh = onlyMessage();

        plant.work(old, (task, run) -> new StepOutcome.Failed("worked on an old message"));
        assertThat(plant.state("r", "a")).isEqualTo(TaskState.SENT);

        plant.work(fresh, Plant::pages);
        assertThat(plant.state("r", "a")).isEqualTo(TaskState.DONE);
    }

    @Test
    void workerStopsQuietly_whenItsLeaseWasLostBetweenPages() {
        plant.runs.plan(plan("r", task("a", 0)));
        String slow = onlyMessage();
        AtomicInteger steps = new AtomicInteger();

        plant.work(slow, (task, run) -> {
            steps.incrementAndGet();
            plant.sleep(Duration.ofMinutes(15));
            String fresh = onlyMessage();
            plant.work(fresh, Plant::pages);
            return Plant.pages(task, run);
        });

        assertThat(steps).hasValue(1);
        Task task = plant.get("r", "a");
        assertThat(task.state()).isEqualTo(TaskState.DONE);
        assertThat(task.totals()).as("counted once").isEqualTo(Map.of("rows", 30L));
        assertThat(plant.run("r").open()).isZero();
    }

    @Test
    void endIsNotWrittenTwice_whenTheLeaseWasLostOnTheLastPage() {
        plant.runs.plan(plan("r", task("a", 0), task("b", 0)));
        plant.sweep();
        String slow = plant.messages().stream()
                .filter(m -> m.contains("\"a\""))
                .findFirst()
                .orElseThrow();

        plant.work(slow, (task, run) -> {
            plant.sleep(Duration.ofMinutes(15));
            plant.sweep();
            plant.messages().stream().filter(m -> m.contains("\"a\"")).forEach(m -> plant.work(m, Plant::pages));
            return new StepOutcome.Failed("too late");
        });

        assertThat(plant.state("r", "a")).isEqualTo(TaskState.DONE);
        assertThat(plant.run("r").open()).isEqualTo(1);
        assertThat(plant.run("r").failed()).isZero();
    }

    @Test
    void taskWaitsForItsTime_whenPutBack() {
        plant.runs.plan(plan("r", task("a", 0)));
        Instant later = START.plusSeconds(60);

        plant.work(onlyMessage(), (task, run) -> back(later, true));

        Task task = plant.get("r", "a");
        assertThat(task.state()).isEqualTo(TaskState.PLANNED);
        assertThat(task.notBefore()).isEqualTo(later);
        assertThat(task.reason()).isEqualTo("not now");
        assertThat(task.cursor()).isEqualTo(Map.of("page", "2"));
        assertThat(task.totals()).as("what was spent in vain is spent").isEqualTo(Map.of("requests", 1L));
        assertThat(task.attempts()).isEqualTo(1);
        assertThat(plant.runs.nextDue()).contains(later);
        plant.sleep(Duration.ofMillis(59_999));
        assertThat(plant.sweep()).isZero();
        plant.sleep(Duration.ofMillis(1));
        assertThat(plant.sweep()).isEqualTo(1);
        assertThat(plant.messages()).hasSize(1);
    }

    @Test
    void attemptsCountErrorsInARow_andAPageEndsTheRow() {
        plant.runs.plan(plan("r", task("a", 0)));
        List<Integer> seen = new ArrayList<>();
        List<StepOutcome> script = List.of(
                back(START, true),
                back(START, false),
                back(START, true),
                new StepOutcome.Proceed(Map.of(), Map.of()),
                new StepOutcome.Done(Map.of(), Map.of()));
        Step step = (task, run) -> {
            seen.add(task.attempts());
            return script.get(seen.size() - 1);
        };

        plant.drain(step);

        assertThat(seen).containsExactly(0, 1, 1, 2, 0);
    }

    @Test
    void stepThatFindsNothingToDo_isSkippedWithItsReasonAndIsNoFailure() {
        plant.runs.plan(plan("r", task("a", 0)));

        plant.drain((task, run) -> new StepOutcome.Skipped(Map.of("requests", 1L), "not there yet"));

        Task skipped = plant.get("r", "a");
        assertThat(skipped.state()).isEqualTo(TaskState.SKIPPED);
        assertThat(skipped.reason()).isEqualTo("not there yet");
        assertThat(skipped.totals()).isEqualTo(Map.of("requests", 1L));
        assertThat(plant.run("r").failed()).isZero();
        assertThat(plant.told)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.detailJson()).contains("\"state\":\"SKIPPED\",\"reason\":\"not there yet\""));
    }

    @Test
    void stepThatThrowsIsTriedAgainLater_andAtLastGivenUp() {
        plant.runs.plan(plan("r", task("a", 0)));
        List<Instant> tries = new ArrayList<>();

        plant.drain((task, run) -> {
            tries.add(plant.now());
            throw new IllegalStateException("boom");
        });

        assertThat(tries).hasSize(Attempts.MOST);
        assertThat(Duration.between(tries.get(0), tries.get(1))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Duration.between(tries.get(1), tries.get(2))).isEqualTo(Duration.ofSeconds(60));
        assertThat(Duration.between(tries.get(18), tries.get(19))).isEqualTo(Duration.ofMinutes(16));
        assertThat(plant.get("r", "a").state()).isEqualTo(TaskState.FAILED);
        assertThat(plant.get("r", "a").reason()).contains("boom");
        assertThat(plant.run("r").failed()).isEqualTo(1);
    }

    @Test
    void errorAndNoChange_whenAMessageIsNotOurs() {
        for (String body :
                List.of("", "[]", "{\"runId\":\"r\"}", "not json", "{\"runId\":1,\"taskId\":\"a\",\"lease\":1}")) {
            assertThatThrownBy(() -> plant.worker.work(body, Plant::pages, ENDLESS))
                    .as(body)
                    .isInstanceOf(StorageException.Malformed.class);
        }
    }

    @Test
    void messageIsDropped_whenNobodyKnowsTheTask() {
        plant.work("{\"runId\":\"r\",\"taskId\":\"a\",\"lease\":1}", (t, r) -> {
            throw new AssertionError("worked on nothing");
        });

        assertThat(plant.runs.run("r")).isEmpty();
    }
}
