package recon.reconcile.integrity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.booking.SpotFill;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.RawResponse;
import recon.storage.event.Collected;
import recon.storage.ledger.LedgerTable;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;
import recon.storage.work.Run;
import recon.storage.work.RunPlan;
import recon.storage.work.RunState;
import recon.storage.work.Runs;
import recon.storage.work.StepOutcome;
import recon.storage.work.Sweeper;
import recon.storage.work.Task;
import recon.storage.work.TaskPlan;
import recon.storage.work.TaskState;
import recon.storage.work.Worker;
import software.amazon.awssdk.core.sync.RequestBody;

/** Archive, ledger and runs on the embedded stack, and one thing wrong in them at a time. */
class IntegrityStepTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant COLLECTED = Instant.parse("2026-01-06T00:05:00Z");
    private static final Instant NOW = Instant.parse("2026-01-06T00:10:00Z");
    private static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);

    private static Installation installation;
    private static LedgerTable ledger;
    private static Registry registry;
    private static Archive archive;
    private static Runs runs;
    private static IntegrityStep step;

    @BeforeAll
    static void install() {
        installation = Installation.fresh();
        ledger = new LedgerTable(installation.clients(), installation.settings());
        registry = new Registry(installation.clients(), installation.settings());
        archive = new Archive(installation.clients(), installation.settings());
        runs = new Runs(installation.clients(), installation.settings(), InstantSource.fixed(NOW));
        step = new IntegrityStep(
                ledger,
                registry,
                archive,
                new ArchiveIndex(installation.clients(), installation.settings()),
                runs,
                LedgerSettings.ASSUMED,
                InstantSource.fixed(NOW));
    }

    /** An answer with the trades of these ids, each a second after the one before. */
    private static String archived(String account, Instant at, int... ids) {
        String rows = IntStream.of(ids)
                .mapToObj(id -> "{\"symbol\":\"BTCUSDT\",\"id\":" + id + ",\"orderId\":70,\"price\":\"40.50\","
                        + "\"qty\":\"2.0\",\"quoteQty\":\"81.00\",\"commission\":\"0.10\",\"commissionAsset\":\"BNB\","
                        + "\"time\":" + NOON.plusSeconds(id).toEpochMilli() + ",\"isBuyer\":true,\"isMaker\":false}")
                .collect(Collectors.joining(",", "[", "]"));
        return archived(account, at, rows);
    }

    private static String archived(String account, Instant at, String body) {
        return archive.put(new RawResponse(
                SpotFill.SOURCE,
                account,
                "GET /api/v3/myTrades?fromId=" + at.toEpochMilli(),
                200,
                Map.of(),
                at,
                true,
                body.getBytes(UTF_8)));
    }

    private static void booked(String account, String key, int... ids) {
        ledger.book(IntStream.range(0, ids.length)
                .mapToObj(row -> new SpotFill(
                                account,
                                BTCUSDT,
                                ids[row],
                                70,
                                new BigDecimal("40.5"),
                                new BigDecimal("2"),
                                new BigDecimal("81"),
                                new BigDecimal("0.1"),
                                "BNB",
                                NOON.plusSeconds(ids[row]),
                                true,
                                false)
                        .observe(new RawRef(key, row))
                        .booking())
                .toList());
    }

    /** A run that has read so many answers of the account's trades. */
    private static String collected(String account, long requests) {
        String id = "collect-" + account;
        runs.plan(new RunPlan(
                id,
                "collect",
                DAY,
                NOW.plusSeconds(1),
                Map.of(),
                List.of(new TaskPlan("spot-trades:" + account, SpotFill.SOURCE, account, 0, Set.of(), NOW, Map.of())),
                "CollectionCompleted"));
        new Sweeper(installation.clients(), installation.settings(), events -> {}).sweep(NOW);
        Worker worker = new Worker(installation.clients(), installation.settings(), InstantSource.fixed(NOW));
        WorkQueue.of(installation.clients(), installation.settings(), "collect")
                .receive(10, Duration.ofSeconds(2))
                .forEach(message -> worker.work(
                        message.body(),
                        (task, run) -> new StepOutcome.Done(Map.of(), Map.of("requests", requests)),
                        () -> false));
        return id;
    }

    private static StepOutcome check(String account, String collection, Map<String, String> cursor, boolean replayed) {
        return check(account, collection, cursor, replayed, DAY);
    }

    private static StepOutcome check(
            String account, String collection, Map<String, String> cursor, boolean replayed, LocalDate collected) {
        Task task = new Task(
                "run",
                "integrity",
                ReconciliationPlan.INTEGRITY,
                account,
                4,
                Set.of(),
                TaskState.RUNNING,
                cursor,
                Map.of(ReconciliationPlan.DAY, DAY.toString(), ReconciliationPlan.COLLECTION, collection),
                Instant.EPOCH,
                1,
                0,
                Map.of(),
                "");
        Run run = new Run(
                "run",
                ReconciliationPlan.KIND,
                collected,
                NOW.plus(ReconciliationPlan.DEADLINE),
                replayed ? Map.of(Collected.REPLAYED_BY, "replay") : Map.of(),
                RunState.OPEN,
                1,
                1,
                0,
                Map.of(4, 1),
                ReconciliationPlan.COMPLETED);
        return step.check(task, run);
    }

    private static Map<String, Long> check(String account) {
        return ((StepOutcome.Done) check(account, "collect-" + account, Map.of(), false)).totals();
    }

    private static List<String> errors(String account) {
        return registry.errors(account).stream().map(ReconciliationError::id).toList();
    }

    @Test
    void nothingIsFound_whereArchiveAndLedgerAgree() {
        booked("clean", archived("clean", COLLECTED, 1, 2), 1, 2);
        archived("clean", COLLECTED.plusSeconds(1), "[]");
        archived("clean", COLLECTED.plusSeconds(2), "<html>403</html>");
        collected("clean", 2);

        assertThat(check("clean"))
                .containsEntry("bookings", 2L)
                .containsEntry("answers", 3L)
                .containsEntry("findings", 0L);
        assertThat(errors("clean")).isEmpty();
    }

    @Test
    void answerThatIsGone_isNamedOnce_howeverOftenItIsMet() {
        String key = archived("gone", COLLECTED, 1, 2);
        booked("gone", key, 1, 2);
        String bucket = installation.settings().bucket();
        installation.clients().s3().deleteObject(d -> d.bucket(bucket).key(key));
        check("gone");
        check("gone");

        assertThat(registry.errors("gone")).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo("RAW_MISSING/" + key);
            assertThat(error.rawRef()).isEqualTo(key);
            assertThat(error.needsManualReview()).isTrue();
        });
    }

    @Test
    void answerThatIsNotWhatWasArchived_isDamaged() {
        String key = archived("damaged", COLLECTED, 1);
        booked("damaged", key, 1);
        String bucket = installation.settings().bucket();
        installation.clients().s3().putObject(p -> p.bucket(bucket).key(key), RequestBody.fromString("else"));
        check("damaged");
        assertThat(errors("damaged")).containsExactly("RAW_DAMAGED/" + key);

        String text = archived("text", COLLECTED, "no JSON");
        booked("text", text, 1);
        check("text");
        assertThat(errors("text")).containsExactly("RAW_DAMAGED/" + text);
    }

    @Test
    void rowThatTheAnswerDoesNotHave_isNamed() {
        booked("short", archived("short", COLLECTED, 1), 1, 2);
        check("short");
        assertThat(errors("short")).containsExactly("RAW_ROW_MISSING/spot-trades/BTCUSDT:2:70/fill");
    }

    /** The second answer is not referred to: it is found by what the run has read. */
    @Test
    void archivedRowThatNobodyBooked_isNamed() {
        booked("unbooked", archived("unbooked", COLLECTED, 1), 1);
        archived("unbooked", COLLECTED.plusSeconds(1), 5);
        collected("unbooked", 2);
        check("unbooked");
        assertThat(errors("unbooked")).containsExactly("ROW_NOT_BOOKED/spot-trades/BTCUSDT:5:70");
    }

    /** Three were read. The one of the day before belongs to another run. */
    @Test
    void fewerAnswersThanWereRead_areNamed_andMoreAreNot() {
        archived("fewer", COLLECTED.minus(Duration.ofDays(1)), "[]");
        archived("fewer", COLLECTED, "[]");
        archived("fewer", COLLECTED.plusSeconds(1), "[]");
        collected("fewer", 3);
        check("fewer");
        assertThat(registry.errors("fewer")).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo("PAGES_MISSING/collect-fewer/spot-trades");
            assertThat(error.message()).contains("has read 3 answers of spot-trades, and 2 are archived");
        });

        archived("more", COLLECTED, "[]");
        archived("more", COLLECTED.plusSeconds(1), "[]");
        collected("more", 1);
        check("more");
        assertThat(errors("more")).isEmpty();
    }

    /** It has read nothing itself. */
    @Test
    void replay_isNotComparedWithWhatTheCollectionRead() {
        collected("replayed", 3);
        check("replayed", "collect-replayed", Map.of(), true);
        assertThat(errors("replayed")).isEmpty();
    }

    /** What a run reads is of the day that it collects; the day before was checked when it was collected itself. */
    @Test
    void dayBefore_isNotComparedWithWhatTheCollectionRead() {
        collected("before", 3);
        check("before", "collect-before", Map.of(), false, DAY.plusDays(1));
        assertThat(errors("before")).isEmpty();
    }

    /** Its first request met a symbol that nobody knew, and the second asked for the list of symbols. */
    @Test
    void listOfSymbolsThatATaskHadToRead_isNotMissed() {
        archived("symbols", COLLECTED, "[]");
        archive.put(new RawResponse(
                "exchange-info",
                "symbols",
                "GET /api/v3/exchangeInfo",
                200,
                Map.of(),
                COLLECTED,
                true,
                "{}".getBytes(UTF_8)));
        collected("symbols", 2);
        check("symbols");
        assertThat(errors("symbols")).isEmpty();
    }

    @Test
    void checkGoesOnWhereItStopped_andAnswersAreFetchedOnce() {
        int answers = IntegrityStep.MOST_ANSWERS + 1;
        String first = archived("many", COLLECTED, 1);
        booked("many", first, 1);
        IntStream.range(1, answers).parallel().forEach(i -> archived("many", COLLECTED.plusSeconds(i), "[]"));
        collected("many", answers);

        StepOutcome.Proceed part = (StepOutcome.Proceed) check("many", "collect-many", Map.of(), false);
        StepOutcome.Done rest = (StepOutcome.Done) check("many", "collect-many", part.cursor(), false);

        assertThat(part.totals()).containsEntry("answers", (long) IntegrityStep.MOST_ANSWERS);
        assertThat(rest.totals()).containsEntry("answers", 1L).containsEntry("bookings", 0L);
        assertThat(errors("many")).isEmpty();
    }

    @Test
    void tooManyFindings_areCounted() {
        int[] ids = IntStream.rangeClosed(1, IntegrityStep.MOST_FINDINGS + 1).toArray();
        booked("all", archived("all", COLLECTED, "[]"), ids);
        check("all");
        assertThat(errors("all")).hasSize(IntegrityStep.MOST_FINDINGS + 1).contains("MORE_FINDINGS/2026-01-05/");
    }
}
