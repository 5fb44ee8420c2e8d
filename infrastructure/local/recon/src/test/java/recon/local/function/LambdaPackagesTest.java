package recon.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.ledger.order.OrderKey;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;
import recon.local.SharedStack;
import recon.local.stack.LocalStack;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedTime;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.storage.archive.Archive;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.ExecutionTables;
import recon.storage.position.EntryTable;
import recon.storage.position.SyncFence;
import recon.storage.position.SyncScope;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.work.Runs;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** The zips that are deployed answer the samples in {@code events/}, through the Lambda runtime interface. */
class LambdaPackagesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private final LocalDate today = LocalDate.now(CLOCK);
    private static final String SAMPLE_UID = "350123456";
    /** A minute and more, at a second each. */
    private static final int MOST_ROUNDS = 120;

    @TempDir
    private Path folder;

    private final String name = SharedStack.freshName();
    private AwsSettings aws;
    private Map<String, String> environment;

    @BeforeEach
    void createTables() {
        LocalStack stack = SharedStack.get();
        aws = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        environment = new HashMap<>(Map.of(
                "RECON_AWS_BUCKET", name,
                "RECON_AWS_PREFIX", name,
                "RECON_AWS_DYNAMODB_ENDPOINT", stack.dynamodb().toString(),
                "RECON_AWS_SQS_ENDPOINT", stack.sqs().toString(),
                "RECON_AWS_S3_ENDPOINT", stack.s3().toString(),
                "RECON_AWS_EVENTS_ENDPOINT", stack.sqs().toString()));
        try (AwsClients clients = AwsClients.create(aws)) {
            Schema.create(clients, aws);
        }
    }

    /** The samples name the second day of 2026; the functions live today. */
    private String sample(String file) throws Exception {
        return Files.readString(Path.of(System.getProperty("recon.root"), "events", file))
                .replace("2026-01-02", today.toString())
                .replace("2026-01-01", today.minusDays(1).toString());
    }

    @Test
    void collectPlansSweepsAndWorks() throws Exception {
        SimulatedTime time = new SimulatedTime() {
            @Override
            public Instant instant() {
                return CLOCK.instant();
            }

            @Override
            public void pass(Duration elapsed) {
                // Real time passes by itself.
            }
        };
        try (Simulator exchange = Simulator.start(
                        SimulatorSettings.of(7, 1, today.minusDays(1)), time, folder.resolve("exchange"));
                AwsClients clients = AwsClients.create(aws);
                RuntimeInterface runtime = new RuntimeInterface()) {
            SimulatedAccount account = exchange.accounts().getFirst();
            environment.put("RECON_COLLECT_EXCHANGE_SPOT", exchange.baseUri().toString());
            environment.put("RECON_COLLECT_EXCHANGE_FUTURES", exchange.baseUri().toString());
            environment.put("RECON_COLLECT_ACCOUNTS_0__UID", account.uid());
            environment.put("RECON_COLLECT_ACCOUNTS_0__EMAIL", account.email());
            environment.put("RECON_COLLECT_ACCOUNTS_0__MAIN", "true");
            environment.put("RECON_COLLECT_ACCOUNTS_0__CREDENTIALS", "env:MAIN");
            environment.put("MAIN_API_KEY", account.apiKey());
            environment.put("MAIN_SECRET", account.apiSecret());
            String runId = "collect-" + today.minusDays(1);
            try (PackagedFunction function = PackagedFunction.start("collect", folder, runtime, environment)) {
                assertThat(runtime.invoke(sample("collect-plan.json")))
                        .as(function.output())
                        .isEqualTo("{\"runId\":\"" + runId + "\"}");
                assertThat(new Runs(clients, aws, CLOCK)
                                .run(runId)
                                .orElseThrow()
                                .deadline())
                        .as("20 hours from now, however late in the day it is")
                        .isAfter(CLOCK.instant().plus(Duration.ofHours(19)));
                assertThat(runtime.invoke(sample("collect-sweep.json"))).startsWith("{\"swept\":");
                assertThat(runtime.invoke(sample("collect-task.json")))
                        .as(function.output())
                        .isEqualTo("{\"batchItemFailures\":[]}");
                workUntilDone(runtime, new Runs(clients, aws, CLOCK), runId, WorkQueue.of(clients, aws, "collect"));
                assertThat(runtime.invoke(sample("collect-plan-futures.json")))
                        .as(function.output())
                        .contains("collect-futures-");
                assertThat(runtime.invoke(sample("collect-download-futures.json")))
                        .as(function.output())
                        .contains("collect-downloads-2025-01-05-2026-01-04");
                assertThat(function.output()).contains("collect").doesNotContain(account.apiSecret());
            }
            assertThat(exchangeInfo(new Runs(clients, aws, CLOCK), runId))
                    .as("what the task for the exchange's symbols came to")
                    .satisfies(task -> {
                        assertThat(task.state()).isEqualTo(TaskState.DONE);
                        assertThat(task.totals().get("requests")).isEqualTo(1);
                    });
        }
    }

    /** At the end of a clock minute a task is put back and its message comes again, as any message, by the queue. */
    private void workUntilDone(RuntimeInterface runtime, Runs runs, String runId, WorkQueue queue) throws Exception {
        for (int round = 0; exchangeInfo(runs, runId).state() != TaskState.DONE; round++) {
            assertThat(round)
                    .as("rounds until it is done: %s", exchangeInfo(runs, runId))
                    .isLessThan(MOST_ROUNDS);
            runtime.invoke(sample("collect-sweep.json"));
            for (Received message : queue.receive(10, Duration.ofSeconds(1))) {
                assertThat(runtime.invoke(event(message))).isEqualTo("{\"batchItemFailures\":[]}");
                queue.delete(List.of(message));
            }
        }
    }

    private static String event(Received message) throws Exception {
        ObjectMapper json = new ObjectMapper();
        return json.writeValueAsString(Map.of("Records", List.of(Map.of("messageId", "m-1", "body", message.body()))));
    }

    private static Task exchangeInfo(Runs runs, String runId) {
        return runs.tasks(runId).stream()
                .filter(task -> task.name().equals("exchange-info"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reconcilePlansAndWorks() throws Exception {
        String runId = "reconcile-after-collect-" + today.minusDays(1);
        try (AwsClients clients = AwsClients.create(aws);
                RuntimeInterface runtime = new RuntimeInterface();
                PackagedFunction function = PackagedFunction.start("reconcile", folder, runtime, environment)) {
            String completed = sample("reconcile-collection-completed.json");
            assertThat(runtime.invoke(completed)).as(function.output()).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(runtime.invoke(completed)).as("told twice").isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(runtime.invoke(sample("reconcile-task.json")))
                    .as(function.output())
                    .isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(new Runs(clients, aws, CLOCK).tasks(runId))
                    .extracting(Task::taskId)
                    .contains("close:" + today.minusDays(1) + ":" + SAMPLE_UID, "report:" + today.minusDays(1));
            assertThat(WorkQueue.of(clients, aws, "reconcile").counts().total())
                    .as("tasks that are due")
                    .isPositive();
        }
    }

    @Test
    void aggregatePlansAndWorks() throws Exception {
        String runId = "aggregate-after-collect-futures-" + today + "T02:00:00Z";
        try (AwsClients clients = AwsClients.create(aws);
                RuntimeInterface runtime = new RuntimeInterface();
                PackagedFunction function = PackagedFunction.start("aggregate", folder, runtime, environment)) {
            String completed = sample("aggregate-collection-completed.json");
            assertThat(runtime.invoke(completed)).as(function.output()).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(runtime.invoke(completed)).as("told twice").isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(runtime.invoke(sample("aggregate-task.json")))
                    .as(function.output())
                    .isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(new Runs(clients, aws, CLOCK).tasks(runId))
                    .extracting(task -> task.taskId() + " " + task.state())
                    .contains("fold:" + SAMPLE_UID + " DONE");
            assertThat(runtime.invoke(sample("reconcile-collection-completed.json")))
                    .as("nothing of futures")
                    .isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(new Runs(clients, aws, CLOCK).run("aggregate-after-collect-" + today.minusDays(1)))
                    .isEmpty();
        }
    }

    @Test
    void recordRecordsTells_andPutsApartWhatItCannotRead() throws Exception {
        try (EventsStub events = EventsStub.start();
                AwsClients clients = AwsClients.create(aws);
                RuntimeInterface runtime = new RuntimeInterface()) {
            environment.put("RECON_AWS_EVENTS_ENDPOINT", events.uri());
            new Registry(clients, aws)
                    .listed(new SymbolListing(
                            CLOCK.instant(),
                            List.of(new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, false)),
                            Map.of()));
            try (PackagedFunction function = PackagedFunction.start("record", folder, runtime, environment)) {
                String reports = sample("record-reports.json");
                assertThat(runtime.invoke(reports)).as(function.output()).isEqualTo("{\"batchItemFailures\":[]}");
                assertThat(runtime.invoke(reports)).as("delivered twice").isEqualTo("{\"batchItemFailures\":[]}");
            }
            assertThat(new ExecutionTables(clients, aws).order(new OrderKey(SAMPLE_UID, "BTCUSDT", 9001)))
                    .hasValueSatisfying(order -> {
                        assertThat(order.state().standing().status()).isEqualTo("FILLED");
                        assertThat(order.revision()).isEqualTo(2);
                        assertThat(order.untold()).isFalse();
                    });
            assertThat(events.requests())
                    .as("told once")
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request).contains("GenericOrderData#" + SAMPLE_UID + "#BTCUSDT#9001#2"));
            assertThat(WorkQueue.deadLetters(clients, aws, "record").counts().total())
                    .as("the message that is no report, once for each delivery")
                    .isEqualTo(2);
        }
    }

    @Test
    void resyncPlansWorksAndTells() throws Exception {
        try (AwsClients clients = AwsClients.create(aws);
                RuntimeInterface runtime = new RuntimeInterface()) {
            archiveSymbols(new Archive(clients, aws));
            Instant synced = syncedFiveHoursAgo(new EntryTable(clients, aws, CLOCK));
            try (PackagedFunction function = PackagedFunction.start("resync", folder, runtime, environment)) {
                String runId = "replay-" + today.minusDays(1) + "-" + today + "-1";
                assertThat(runtime.invoke(sample("resync-replay.json")))
                        .as(function.output())
                        .isEqualTo("{\"runId\":\"" + runId + "\"}");
                assertThat(runtime.invoke(sample("resync-status.json"))).contains("\"open\":1");
                assertThat(runtime.invoke(sample("resync-task.json")))
                        .as(function.output())
                        .isEqualTo("{\"batchItemFailures\":[]}");
                assertThat(new ObjectMapper()
                                .readTree(runtime.invoke(sample("resync-status.json")))
                                .get("status"))
                        .hasToString("{\"runId\":\"" + runId + "\",\"from\":\"" + today.minusDays(1) + "\",\"to\":\""
                                + today.minusDays(1) + "\",\"state\":\"COMPLETED\",\"tasks\":1,\"open\":0,"
                                + "\"failed\":0,\"totals\":{\"objects\":1,\"restored\":0},\"notDone\":[]}");
                assertThat(runtime.invoke(sample("resync-status-accounts.json")))
                        .as(function.output())
                        .isEqualTo("{\"accounts\":[{\"account\":\"" + SAMPLE_UID + "\",\"generation\":1,\"syncedAt\":\""
                                + synced + "\",\"completeSince\":\"" + today.minusDays(1)
                                + "T00:00:00Z\",\"entries\":0,"
                                + "\"needsResync\":0,\"stale\":true}]}");
                assertThat(runtime.invoke(sample("resync-annotate.json")))
                        .as(function.output())
                        .isEqualTo("{\"version\":1}");
                assertThat(runtime.invoke(sample("resync-window.json")))
                        .as(function.output())
                        .startsWith("{\"runId\":\"futures-resync-manual-");
                assertThat(runtime.invoke(sample("resync-full.json")))
                        .as(function.output())
                        .startsWith("{\"runId\":\"futures-full-");
                assertThat(WorkQueue.of(clients, aws, "collect").counts().total())
                        .as("two requests")
                        .isEqualTo(2);
            }
            assertThat(new Registry(clients, aws).symbols())
                    .extracting(Symbol::name)
                    .containsExactly("BTCUSDT");
        }
    }

    private Instant syncedFiveHoursAgo(EntryTable entries) {
        Instant at = CLOCK.instant().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MILLIS);
        SyncFence fence =
                entries.take(SAMPLE_UID, "run", CLOCK.instant().plusSeconds(60)).orElseThrow();
        Instant since = today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(entries.sync(fence, List.of(), new SyncScope(Optional.of(since), false), at))
                .isPresent();
        return at;
    }

    private void archiveSymbols(Archive archive) {
        Instant received = today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        String body = "{\"rateLimits\":[],\"symbols\":[{\"symbol\":\"BTCUSDT\",\"baseAsset\":\"BTC\","
                + "\"quoteAsset\":\"USDT\",\"status\":\"TRADING\"}]}";
        archive.put(new RawResponse(
                "exchange-info",
                "exchange",
                "GET /api/v3/exchangeInfo",
                200,
                Map.of("content-type", "application/json"),
                received,
                true,
                Optional.of(new Asked(
                        received, received, received, "exchange", false, Map.of(), 1_000, Map.of(), Map.of())),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bridgeWhoseBrokerIsAway_givesBackEveryMessage() throws Exception {
        environment.put("RECON_BRIDGE_BROKER", "amqp://127.0.0.1:" + portOfNobody());
        environment.put("RECON_BRIDGE_CREDENTIALS", "env:BROKER");
        environment.put("BROKER_USERNAME", "bridge");
        environment.put("BROKER_PASSWORD", "broker-password");
        try (AwsClients clients = AwsClients.create(aws);
                RuntimeInterface runtime = new RuntimeInterface();
                PackagedFunction function = PackagedFunction.start("bridge", folder, runtime, environment)) {
            assertThat(failures(runtime.invoke(sample("bridge-reports.json"))))
                    .as(function.output())
                    .containsExactlyInAnyOrder(
                            "5b1f5b7e-6a0b-4e63-9f0c-0d5d3a7f1d01", "5b1f5b7e-6a0b-4e63-9f0c-0d5d3a7f1d02");
            assertThat(function.output()).contains("is away").doesNotContain("broker-password");
            assertThat(WorkQueue.deadLetters(clients, aws, "bridge").counts().total())
                    .as("they are fine, the broker is not")
                    .isZero();
        }
    }

    private static List<String> failures(String answer) throws Exception {
        return new ObjectMapper().readTree(answer).findValuesAsText("itemIdentifier");
    }

    private static int portOfNobody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collect", "reconcile", "aggregate", "record", "resync", "bridge"})
    void packageIsSmall(String function) throws Exception {
        assertThat(Files.size(PackagedFunction.zip(function)))
                .as("bytes, of 30 MB at most")
                .isBetween(1_000_000L, 30_000_000L);
    }

    @Test
    void messageThatIsNoneOfOurs_comesBackByItsId() throws Exception {
        try (RuntimeInterface runtime = new RuntimeInterface();
                PackagedFunction function = PackagedFunction.start("reconcile", folder, runtime, environment)) {
            assertThat(runtime.invoke("{\"Records\":[{\"messageId\":\"m-1\",\"body\":\"not ours\"}]}"))
                    .as(function.output())
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        }
    }
}
