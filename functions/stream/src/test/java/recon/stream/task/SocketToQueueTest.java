package recon.stream.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import recon.binance.client.Credentials;
import recon.simulator.KeyType;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamHub;
import recon.simulator.stream.StreamSession;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.QueueWire;
import recon.storage.execution.RefusedReports;
import recon.storage.execution.RejectedFrames;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;
import recon.storage.watermark.Watermark;
import recon.storage.watermark.Watermarks;
import recon.stream.capture.Capture;
import recon.stream.capture.CaptureStatus;
import recon.stream.capture.Ports;
import recon.stream.connection.StreamAccount;
import recon.stream.delivery.QueueSettings;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.socket.EventLoop;
import recon.stream.socket.HttpQueue;
import recon.stream.socket.VertxConnector;
import recon.stream.testing.MemorySpool;
import recon.stream.testing.Settings;
import recon.stream.testing.VirtualTime;

/** A real socket on one side, a real queue on the other. */
@Timeout(60)
class SocketToQueueTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final Instant BEGIN =
            FIRST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(10));

    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime(BEGIN);
    private final LinkedBlockingQueue<CaptureStatus> seen = new LinkedBlockingQueue<>();
    private final Counters counters = new Counters();
    private StreamHub hub;

    @Test
    void reportsReachTheQueueAndPingsAreAnswered_whateverElseTheExchangeSends() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Simulator exchange = Simulator.start(
                        SimulatorSettings.of(5, 2, FIRST_DAY).withTradesPerDay(400), time, folder.resolve("exchange"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Installation installation = Installation.fresh();
            AwsSettings settings = installation.settings();
            AwsClients clients = installation.clients();
            hub = exchange.streams();
            EventLoop loop = new EventLoop(vertx, time, seen::add);
            Capture capture = capture(exchange, loop, clients, settings, threads);

            loop.start(capture);
            untilReady();
            List<StreamSession> sessions = subscribed();
            hub.faults().next(StreamFault.HUGE);
            hub.faults().next(StreamFault.BINARY);
            Set<String> bodies = new HashSet<>();
            WorkQueue queue = WorkQueue.of(clients, settings, Schema.RECORD);
            while (bodies.size() < 20) {
                letTimePass(sessions);
                for (Received each : queue.receive(10, Duration.ZERO)) {
                    bodies.add(each.body());
                }
            }
            loop.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);

            assertThat(sent()).containsAll(bodies);
            assertThat(counters.get(Count.QUEUED)).isEqualTo(counters.get(Count.RECEIVED));
            assertThat(counters.get(Count.UNREADABLE)).isEqualTo(1);
            assertThat(counters.get(Count.BROKEN)).isZero();
            List<Watermark> marks = new Watermarks(clients, settings)
                    .list(exchange.accounts().getFirst().uid());
            assertThat(marks).singleElement().satisfies(mark -> {
                assertThat(mark.closedAt()).isPresent();
                assertThat(mark.reason()).hasValue("the task ends");
                assertThat(mark.upTo()).isAfter(BEGIN);
            });
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private Capture capture(
            Simulator exchange, EventLoop loop, AwsClients clients, AwsSettings settings, ExecutorService threads) {
        List<StreamAccount> accounts = new ArrayList<>();
        exchange.accounts()
                .forEach(account -> accounts.add(new StreamAccount(
                        account.uid(),
                        Credentials.privateKey(
                                account.key(KeyType.ED25519).apiKey(),
                                account.key(KeyType.ED25519).secret()))));
        return new Capture(
                Settings.standard(),
                accounts,
                new Ports(
                        new VertxConnector(loop, exchange.serveStreams(), 8 << 20, Duration.ofSeconds(10)),
                        HttpQueue.open(
                                loop,
                                new QueueWire(clients, settings, Schema.RECORD),
                                new RefusedReports(clients, settings),
                                threads,
                                QueueSettings.standard(),
                                RandomGenerator.of("L64X128MixRandom")),
                        Optional.empty(),
                        new MemorySpool(Long.MAX_VALUE),
                        new WatermarksOnThreads(new Watermarks(clients, settings), loop, threads),
                        new LoggedNotices(
                                reject -> new RejectedFrames(clients, settings)
                                        .put(
                                                reject.connection(),
                                                Instant.ofEpochMilli(reject.receivedAt()),
                                                reject.why(),
                                                reject.frame()),
                                threads,
                                () -> {}),
                        counters,
                        RandomGenerator.of("L64X128MixRandom")));
    }

    /** The loop shows itself every second; all accounts are subscribed then. */
    private List<StreamSession> subscribed() throws InterruptedException {
        while (true) {
            List<StreamSession> sessions = hub.sessions();
            if (sessions.size() == 1 && sessions.getFirst().subscriptions().size() == 2) {
                return sessions;
            }
            seen.poll(10, TimeUnit.MILLISECONDS);
        }
    }

    /** The loop shows it at once: time stands still here. */
    private void untilReady() throws InterruptedException {
        while (!seen.take().isReady()) {
            // The next one that it shows.
        }
    }

    /** To the next thing that happens, once the pings so far are answered. */
    private void letTimePass(List<StreamSession> sessions) throws InterruptedException {
        while (sessions.getFirst().unanswered() > 0) {
            seen.poll(1, TimeUnit.MILLISECONDS);
        }
        time.moveTo(Math.max(
                time.millis() + 1,
                Math.min(hub.nextDue().map(Instant::toEpochMilli).orElseThrow(), time.millis() + 5_000)));
    }

    private Set<String> sent() {
        Set<String> bodies = new HashSet<>();
        hub.deliveries()
                .all()
                .forEach(each -> bodies.add(each.frame()
                        .substring(
                                each.frame().indexOf("\"event\":") + 8,
                                each.frame().length() - 1)));
        return bodies;
    }
}
