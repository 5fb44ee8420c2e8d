package recon.resync.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.binance.json.ExchangeJson;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.ManualFields;
import recon.ledger.position.row.PositionSide;
import recon.ledger.setting.LedgerSettings;
import recon.resync.plan.ReplayPlan;
import recon.resync.plan.Replays;
import recon.resync.plan.Stock;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;
import recon.storage.balance.BalanceTable;
import recon.storage.event.Collected;
import recon.storage.event.DomainEvent;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.ledger.LedgerTable;
import recon.storage.position.AnnotationBook;
import recon.storage.position.AnnotationTable;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;
import recon.storage.work.RunPlan;
import recon.storage.work.RunState;
import recon.storage.work.Runs;
import recon.storage.work.Step;
import recon.storage.work.Sweeper;
import recon.storage.work.Task;
import recon.storage.work.TaskState;
import recon.storage.work.Worker;
import software.amazon.awssdk.core.sync.RequestBody;

/** Replays over the real tables, with a clock that the test moves. */
class ReplayOnTheStackTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Optional<LocalDate> ALL = Optional.empty();

    private final Installation installation = Installation.fresh();
    private final List<DomainEvent> told = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();
    private Instant now = Instant.parse("2026-02-01T00:00:00Z");
    private Archive archive;
    private Registry registry;
    private Runs runs;
    private Replays replays;
    private Replay replay;
    private Sweeper sweeper;
    private Worker worker;

    @BeforeEach
    void assemble() {
        var clients = installation.clients();
        var settings = installation.settings();
        ArchiveIndex index = new ArchiveIndex(clients, settings);
        archive = new Archive(clients, settings);
        registry = new Registry(clients, settings);
        runs = new Runs(clients, settings, () -> now);
        replays = new Replays(new Stock(index), runs, () -> now);
        replay = new Replay(
                new Replay.Archived(archive, new ReportObjects(clients, settings), index),
                new Replay.Kept(
                        new LedgerTable(clients, settings),
                        new BalanceTable(clients, settings),
                        registry,
                        new ExecutionTables(clients, settings),
                        new AnnotationTable(clients, settings),
                        runs),
                LedgerSettings.from(name -> Optional.empty()),
                told::addAll,
                () -> now,
                ExchangeJson.mapper());
        sweeper = new Sweeper(clients, settings, events -> {});
        worker = new Worker(clients, settings, () -> now);
    }

    private String deposit(LocalDate day, int number) {
        Instant received = day.atTime(1, 0).toInstant(ZoneOffset.UTC).plusSeconds(number);
        return archive.put(new RawResponse(
                "deposits",
                "7",
                "GET /sapi/v1/capital/deposit/hisrec?offset=" + number,
                200,
                Map.of("content-type", "application/json"),
                received,
                true,
                Optional.of(new Asked(
                        received,
                        received.minusSeconds(60),
                        received,
                        "a@example.com",
                        true,
                        Map.of(),
                        1_000,
                        Map.of(),
                        Map.of())),
                "[]".getBytes(StandardCharsets.UTF_8)));
    }

    private void collected(LocalDate day) {
        String runId = "collect-" + day.minusDays(1);
        Collected.keep(
                archive,
                Collected.SOURCE,
                "{\"detail-type\":\"CollectionCompleted\",\"source\":\"recon.collect\",\"time\":\"2026-01-02T00:04:10Z\","
                        + "\"resources\":[\"CollectionCompleted#" + runId + "\"],\"detail\":{\"runId\":\"" + runId
                        + "\",\"attributes\":{}}}",
                day.atTime(2, 0).toInstant(ZoneOffset.UTC));
    }

    /** Works until nothing is due any more, at most that many rounds; a slice is used up at once. */
    private void work(Step step, int rounds) {
        WorkQueue queue = WorkQueue.of(installation.clients(), installation.settings(), ReplayPlan.KIND);
        for (int round = 0;
                round < rounds && runs.nextDue(List.of(ReplayPlan.KIND)).isPresent();
                round++) {
            now = now.plusSeconds(5);
            sweeper.sweep(now);
            for (Received message : queue.receive(10, Duration.ZERO)) {
                worker.work(message.body(), step, () -> true);
                queue.delete(List.of(message));
            }
        }
    }

    private Step noting() {
        return (task, run) -> {
            worked.add(task.taskId());
            return replay.step().next(task, run);
        };
    }

    private Task task(String runId, String taskId) {
        return runs.tasks(runId).stream()
                .filter(task -> task.taskId().equals(taskId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyObjectIsRead_andTheDamagedOneIsNamed_howeverOftenAWorkerIsCut() {
        int objects = 2 * ObjectWalk.AT_ONCE + 3;
        List<String> keys = new ArrayList<>();
        for (int number = 0; number < objects; number++) {
            keys.add(deposit(DAY, number));
        }
        String damaged = keys.get(ObjectWalk.AT_ONCE + 1);
        installation
                .clients()
                .s3()
                .putObject(p -> p.bucket(installation.settings().bucket()).key(damaged), RequestBody.fromString("cut"));
        AtomicInteger steps = new AtomicInteger();
        String runId = replays.plan(ALL, ALL);
        work(
                (task, run) -> {
                    if (steps.incrementAndGet() % 2 == 0) {
                        throw new IllegalStateException("cut");
                    }
                    return replay.step().next(task, run);
                },
                200);

        Task task = task(runId, "deposits:7:" + DAY);
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).contains("1 damaged").contains(damaged);
        assertThat(task.totals()).containsEntry(Counts.OBJECTS, (long) objects).containsEntry(Counts.DAMAGED, 1L);
        assertThat(registry.errors("7")).singleElement().satisfies(error -> {
            assertThat(error.errorType()).isEqualTo(ObjectWalk.DAMAGED_OBJECT);
            assertThat(error.rawRef()).isEqualTo(damaged);
            assertThat(error).matches(ReconciliationError::needsManualReview);
        });
    }

    @Test
    void whatCameLaterIsNotRead_beforeTheDaysAreClosedThatWereClosedThen() {
        LocalDate next = DAY.plusDays(1);
        deposit(DAY, 1);
        collected(DAY);
        deposit(next, 1);
        String runId = replays.plan(ALL, ALL);

        work(noting(), 8);

        String closed = Collected.closedBy("collect-" + DAY.minusDays(1));
        assertThat(told).isNotEmpty().allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(Collected.TYPE);
            assertThat(event.detailJson()).contains("\"replayedBy\":\"" + runId + "\"");
        });
        assertThat(worked).contains("deposits:7:" + DAY).doesNotContain("deposits:7:" + next);

        runs.plan(new RunPlan(
                closed, "reconcile", DAY, now.plusSeconds(60), Map.of("replayedBy", runId), List.of(), "Closed"));
        work(noting(), 100);

        assertThat(worked).contains("deposits:7:" + next);
        assertThat(runs.run(runId)).get().extracting(run -> run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(task(runId, "collection-completed:exchange:" + DAY).totals()).containsEntry(Counts.CLOSED, 1L);
    }

    @Test
    void daysThatAreClosed_areNotClosedAgain_whenNothingHasChanged() {
        deposit(DAY, 1);
        collected(DAY);
        runs.plan(new RunPlan(
                Collected.closedBy("collect-" + DAY.minusDays(1)),
                "reconcile",
                DAY,
                now.plusSeconds(60),
                Map.of(),
                List.of(),
                "Closed"));
        String runId = replays.plan(ALL, ALL);

        work(noting(), 100);

        assertThat(told).isEmpty();
        assertThat(task(runId, "collection-completed:exchange:" + DAY).totals()).containsEntry(Counts.UNCHANGED, 1L);
    }

    @Test
    void replayThatIsUnderWayGoesOn_andOneThatEndedIsDoneAnew() {
        assertThatThrownBy(() -> replays.plan(ALL, ALL)).hasMessageContaining("the archive holds nothing");
        deposit(DAY, 1);
        deposit(DAY.plusDays(3), 1);
        assertThatThrownBy(() -> replays.plan(Optional.of(DAY.plusDays(1)), Optional.of(DAY.plusDays(2))))
                .hasMessageContaining("from 2026-01-06 to 2026-01-07");

        String first = replays.plan(ALL, ALL);
        assertThat(replays.plan(ALL, ALL)).isEqualTo(first).isEqualTo("replay-2026-01-05-2026-01-08-1");
        work(noting(), 100);

        assertThat(replays.plan(ALL, ALL)).isEqualTo("replay-2026-01-05-2026-01-08-2");
        assertThat(replays.plan(Optional.of(DAY), Optional.of(DAY)))
                .as("other days")
                .isEqualTo("replay-2026-01-05-2026-01-05-1");
    }

    @Test
    void whatWasWrittenAboutATrade_isWrittenAgain() {
        AnnotationKey key = new AnnotationKey("7", "BTCUSDT", PositionSide.BOTH, 17);
        Installation other = Installation.fresh();
        new AnnotationBook(
                        new AnnotationTable(other.clients(), other.settings()),
                        archive,
                        () -> DAY.atTime(3, 0).toInstant(ZoneOffset.UTC))
                .write(key, before -> new Annotations(ManualFields.NONE, before.ai()));
        AnnotationTable empty = new AnnotationTable(installation.clients(), installation.settings());
        assertThat(empty.get(key)).isEmpty();

        String runId = replays.plan(ALL, ALL);
        work(noting(), 20);

        assertThat(empty.get(key)).isPresent();
        assertThat(task(runId, "annotations:7:" + DAY).totals()).containsEntry(Counts.RESTORED, 1L);
    }

    @Test
    void sourceThatNobodyKnows_isNamed() {
        archive.put(new RawResponse(
                "no-such-source", "7", "GET /x", 200, Map.of(), now, true, "[]".getBytes(StandardCharsets.UTF_8)));
        String runId = replays.plan(ALL, ALL);

        work(noting(), 100);

        assertThat(runs.tasks(runId)).singleElement().satisfies(task -> {
            assertThat(task.state()).isEqualTo(TaskState.FAILED);
            assertThat(task.reason()).contains("no-such-source");
        });
    }
}
