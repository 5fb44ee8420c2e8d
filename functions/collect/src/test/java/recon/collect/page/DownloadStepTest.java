package recon.collect.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.budget.RateBudget;
import recon.binance.budget.Windows;
import recon.binance.client.Credentials;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Hosts;
import recon.binance.client.Received;
import recon.binance.client.Transport;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Method;
import recon.binance.rights.ApiRestrictions;
import recon.binance.source.Known;
import recon.intake.page.PageReader;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.registry.DownloadStarts;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** A download from its start to its file, against an exchange that needs a minute for it, on the embedded stack. */
class DownloadStepTest {
    private static final String HEADER = "symbol,incomeType,income,asset,info,time,tranId,tradeId\n";
    private static final String ROWS =
            "BTCUSDT,COMMISSION,-0.1,USDT,,1735732800000,1,7\nBTCUSDT,FUNDING_FEE,0.2,USDT,,1735732800000,2,\n";

    private final Installation installation = Installation.fresh();
    private final Registry registry = new Registry(installation.clients(), installation.settings());
    private final Archive archive = new Archive(installation.clients(), installation.settings());
    private final FakeExchange exchange = new FakeExchange();
    private final ObjectMapper json = ExchangeJson.mapper();

    /** Every request is answered at once; a file is there after a minute. */
    private static final class FakeExchange implements Transport, RateBudget {
        private Instant now = Instant.parse("2026-01-05T10:00:10Z");
        private final List<Instant> starts = new ArrayList<>();
        private final List<Map<String, String>> fetched = new ArrayList<>();
        private String file = HEADER + ROWS;
        private int status = 200;

        @Override
        public Received send(Method method, URI address, Map<String, String> headers) {
            if (address.getPath().endsWith("/time")) {
                return given(200, "{\"serverTime\":" + now.toEpochMilli() + "}");
            }
            if (address.getPath().endsWith("/asyn")) {
                starts.add(now);
                return given(200, "{\"downloadId\":\"77\"}");
            }
            if (address.getPath().endsWith("/asyn/id")) {
                boolean ready = !now.isBefore(starts.getLast().plus(Duration.ofMinutes(1)));
                return given(
                        200,
                        ready
                                ? "{\"status\":\"completed\",\"url\":\"https://files.example/a/b.csv?secret=1\"}"
                                : "{\"status\":\"processing\",\"url\":\"\"}");
            }
            fetched.add(headers);
            return given(status, file);
        }

        private static Received given(int status, String body) {
            return new Received(
                    status, Map.of("content-type", "text/plain"), body.getBytes(UTF_8), true, Optional.empty());
        }

        @Override
        public Optional<Instant> reserve(List<Charge> charges, Windows windows, Instant exchangeNow) {
            return Optional.empty();
        }

        @Override
        public void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int used) {}

        @Override
        public void halt(String gate, Instant until) {}
    }

    private DownloadStep step() {
        ExchangeClient client = new ExchangeClient(
                Hosts.PRODUCTION,
                exchange,
                () -> exchange.now,
                exchange,
                () -> new Charges(Limits.DOCUMENTED, "nat"),
                json);
        ExchangeTime time = new ExchangeTime(client, () -> exchange.now);
        Reviews reviews = new Reviews(registry, () -> exchange.now);
        return new DownloadStep(
                new PageTurner(
                        new ArchivingReader(client, archive, new PageReader(json)),
                        time,
                        reviews,
                        new Refusals(registry, () -> exchange.now),
                        new ApiRestrictions(json)),
                new DownloadRequests(json),
                new DownloadStarts(installation.clients(), installation.settings()),
                exchange,
                archive,
                reviews,
                time);
    }

    private static Task task(int number) {
        return new Task(
                "collect-downloads-" + number,
                "futures-downloads-income:1",
                "futures-downloads",
                "1",
                2,
                Set.of(),
                TaskState.RUNNING,
                Map.of(),
                Map.of("kind", "income", "from", "2025-01-01", "to", "2025-12-31"),
                Instant.EPOCH,
                1,
                0,
                Map.of(),
                "");
    }

    private static Reader reader() {
        return new Reader(
                new Account("1", "1@example.com"),
                true,
                Optional.of(Credentials.hmac("key", "secret")),
                List.of(),
                LedgerSettings.ASSUMED,
                Map::of,
                Limits.DOCUMENTED,
                "nat",
                Integer.MAX_VALUE,
                Known.NOTHING);
    }

    /** Works on a task until it has ended; waiting is going on with the clock. */
    private StepOutcome work(Task task) {
        TaskCursor cursor = DownloadStep.begin(task);
        for (int i = 0; i < 50; i++) {
            StepOutcome outcome = step().next(task, cursor, reader());
            switch (outcome) {
                case StepOutcome.Proceed(var next, var totals) ->
                    cursor = TaskCursor.parse(next).orElseThrow();
                case StepOutcome.PutBack back -> {
                    cursor = TaskCursor.parse(back.cursor()).orElseThrow();
                    exchange.now = back.notBefore().isAfter(exchange.now) ? back.notBefore() : exchange.now;
                }
                default -> {
                    return outcome;
                }
            }
        }
        throw new AssertionError("it never ends");
    }

    private List<String> files() {
        ArchiveIndex index = new ArchiveIndex(installation.clients(), installation.settings());
        return index.days("futures-downloads", "1").stream()
                .flatMap(day -> index.keys("futures-downloads", "1", day, Optional.empty(), 100).stream())
                .toList();
    }

    @Test
    void fileIsFetchedWithoutKey_keptAsItCame_andRead() {
        StepOutcome outcome = work(task(1));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        StepOutcome.Done.class,
                        done -> assertThat(done.totals()).containsEntry("rows", 2L));
        assertThat(exchange.fetched).containsExactly(Map.of());
        assertThat(files()).singleElement().satisfies(key -> {
            assertThat(archive.get(key).body()).isEqualTo((HEADER + ROWS).getBytes(UTF_8));
            assertThat(archive.get(key).request()).isEqualTo("GET https://files.example/a/b.csv");
        });
    }

    @Test
    void fileThatNobodyUnderstands_isKept_andNamed() {
        exchange.file = "symbol,kind,of,something,new\n";

        assertThat(work(task(1))).isInstanceOf(StepOutcome.Failed.class);

        List<ReconciliationError> errors = registry.errors("1");
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("kind");
            assertThat(error.needsManualReview()).isTrue();
            assertThat(archive.get(error.rawRef()).body()).isEqualTo(exchange.file.getBytes(UTF_8));
        });
        assertThat(files()).containsExactly(errors.getFirst().rawRef());
    }

    @Test
    void fiveOfAMonth_andNoTwoInOneMinute() {
        Map<Integer, StepOutcome> outcomes = new HashMap<>();
        for (int number = 1; number <= 6; number++) {
            outcomes.put(number, work(task(number)));
        }

        assertThat(outcomes.get(5)).isInstanceOf(StepOutcome.Done.class);
        assertThat(outcomes.get(6))
                .isInstanceOfSatisfying(
                        StepOutcome.Failed.class,
                        failed ->
                                assertThat(failed.reason()).contains("2026-01").contains("used up"));
        assertThat(exchange.starts.stream().map(at -> at.getEpochSecond() / 60))
                .hasSize(5)
                .doesNotHaveDuplicates();

        exchange.now = Instant.parse("2026-02-01T00:00:10Z");
        assertThat(work(task(7))).isInstanceOf(StepOutcome.Done.class);
    }

    /** Two workers at once: the second one waits, and is counted once all the same. */
    @Test
    void downloadThatFindsItsMinuteTaken_waitsForTheNext() {
        DownloadStarts starts = new DownloadStarts(installation.clients(), installation.settings());
        assertThat(starts.ofMinute("nat", exchange.now)).isTrue();

        assertThat(step().next(task(1), DownloadStep.begin(task(1)), reader()))
                .isInstanceOfSatisfying(StepOutcome.PutBack.class, back -> {
                    assertThat(back.error()).isFalse();
                    assertThat(back.notBefore()).isEqualTo(exchange.now.plus(Duration.ofMinutes(1)));
                });
        assertThat(exchange.starts).isEmpty();
    }

    @Test
    void fileThatIsGone_isNotWaitedFor() {
        exchange.status = 403;

        assertThat(work(task(1)))
                .isInstanceOfSatisfying(
                        StepOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("not there any more"));
    }
}
