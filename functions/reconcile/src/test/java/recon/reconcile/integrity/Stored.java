package recon.reconcile.integrity;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Archive, ledger and runs of some accounts on the embedded stack, and the step that checks them. */
final class Stored {
    static final LocalDate DAY = LocalDate.parse("2026-01-05");
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final Instant COLLECTED = Instant.parse("2026-01-06T00:05:00Z");
    static final Instant NOW = Instant.parse("2026-01-06T00:10:00Z");
    static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);

    static Installation installation;
    static LedgerTable ledger;
    static Registry registry;
    static Archive archive;
    static Runs runs;
    static IntegrityStep step;

    private Stored() {}

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
    static String archived(String account, Instant at, int... ids) {
        String rows = IntStream.of(ids)
                .mapToObj(id -> "{\"symbol\":\"BTCUSDT\",\"id\":" + id + ",\"orderId\":70,\"price\":\"40.50\","
                        + "\"qty\":\"2.0\",\"quoteQty\":\"81.00\",\"commission\":\"0.10\",\"commissionAsset\":\"BNB\","
                        + "\"time\":" + NOON.plusSeconds(id).toEpochMilli() + ",\"isBuyer\":true,\"isMaker\":false}")
                .collect(Collectors.joining(",", "[", "]"));
        return archived(account, at, rows);
    }

    static String archived(String account, Instant at, String body) {
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

    static void booked(String account, String key, int... ids) {
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
    static String collected(String account, long requests) {
        return collected(account, Map.of("requests", requests));
    }

    /** A run whose task of the account's trades has these totals. */
    static String collected(String account, Map<String, Long> totals) {
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
                        message.body(), (task, run) -> new StepOutcome.Done(Map.of(), totals), () -> false));
        return id;
    }

    static StepOutcome check(String account, String collection, Map<String, String> cursor, boolean replayed) {
        return check(account, collection, cursor, replayed, DAY);
    }

    static StepOutcome check(
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

    static Map<String, Long> check(String account) {
        return ((StepOutcome.Done) check(account, "collect-" + account, Map.of(), false)).totals();
    }

    static List<String> errors(String account) {
        return registry.errors(account).stream().map(ReconciliationError::id).toList();
    }
}
