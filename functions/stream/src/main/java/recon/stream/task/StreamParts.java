package recon.stream.task;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import recon.binance.client.Credentials;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.QueueWire;
import recon.storage.execution.RefusedReports;
import recon.storage.execution.RejectedFrames;
import recon.storage.schema.Schema;
import recon.storage.secret.CredentialReader;
import recon.storage.secret.CredentialReference;
import recon.storage.secret.Secrets;
import recon.storage.watermark.Watermarks;
import recon.stream.capture.Capture;
import recon.stream.capture.CaptureStatus;
import recon.stream.capture.Ports;
import recon.stream.connection.StreamAccount;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.socket.EventLoop;
import recon.stream.socket.HttpQueue;
import recon.stream.socket.VertxConnector;
import recon.stream.spool.SpoolFolder;

/**
 * A capture with everything that it runs on: a loop, sockets, threads, a queue, a disk. The clients of AWS are another's.
 */
public final class StreamParts {
    private static final Logger LOG = Logger.getLogger(StreamParts.class);
    /** What the last answers may take beyond the grace time. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final EventLoop loop;
    private final Capture capture;
    private final Duration grace;
    private final AtomicReference<Optional<CaptureStatus>> status;
    private final Counters counters;
    private final LoggedNotices notices;
    private final SpoolFolder spool;
    private final ExecutorService threads;

    private StreamParts(StreamPlan plan, AwsClients clients, AwsSettings aws, Vertx vertx, InstantSource clock) {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        status = new AtomicReference<>(Optional.empty());
        loop = new EventLoop(vertx, clock, now -> status.set(Optional.of(now)));
        counters = new Counters();
        RejectedFrames frames = new RejectedFrames(clients, aws);
        notices = new LoggedNotices(
                reject -> frames.put(
                        reject.connection(), Instant.ofEpochMilli(reject.receivedAt()), reject.why(), reject.frame()),
                threads,
                () -> loop.run(() -> counters.add(Count.REJECTS_LOST)));
        spool = SpoolFolder.open(plan.spool(), plan.spoolLimit(), notices);
        grace = plan.settings().grace();
        RandomGenerator random = RandomGenerator.getDefault();
        RefusedReports archive = new RefusedReports(clients, aws);
        Function<String, ExecutionQueue> queue = name -> HttpQueue.open(
                loop,
                new QueueWire(clients, aws, name),
                archive,
                threads,
                plan.settings().queue(),
                random);
        Ports ports = new Ports(
                new VertxConnector(
                        loop,
                        plan.uri(),
                        plan.largestFrame(),
                        plan.settings().connections().patience()),
                queue.apply(Schema.RECORD),
                plan.bridge() ? Optional.of(queue.apply(Schema.BRIDGE)) : Optional.empty(),
                spool,
                new WatermarksOnThreads(new Watermarks(clients, aws), loop, threads),
                notices,
                counters,
                random);
        capture = new Capture(plan.settings(), plan.accounts(), ports);
    }

    /**
     * Puts it together; nothing runs yet.
     *
     * @param clock ours
     */
    public static StreamParts of(
            StreamPlan plan, AwsClients clients, AwsSettings aws, Vertx vertx, InstantSource clock) {
        return new StreamParts(plan, clients, aws, vertx, clock);
    }

    /** What the configuration asks for, with its keys; what is wrong with it is thrown, and says so. */
    static StreamPlan plan(StreamConfig config, Function<String, Optional<String>> setting) {
        CheckedConfig checked = CheckedConfig.of(config);
        return new StreamPlan(
                checked.settings(),
                checked.uri(),
                config.connections().largestFrame(),
                accounts(checked, keys(setting)),
                config.spool().folder(),
                config.spool().limit(),
                config.bridge());
    }

    /** Begins to capture. */
    public void start() {
        loop.start(capture);
    }

    /** Stops receiving, sends what there is, and writes the last watermarks, all within the grace time. */
    public void stop() {
        try {
            loop.stop().toCompletableFuture().get(grace.plus(REST).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.errorf("the capture did not end in %s: %s", grace, e);
        }
        threads.shutdownNow();
        spool.close();
    }

    /** What it looked like about a second ago; empty before it started. */
    public Optional<CaptureStatus> status() {
        return requireNonNull(status.get(), "status is null");
    }

    /** What it looks like now. Not to be called by the loop, which answers. */
    public CaptureStatus look() {
        CompletableFuture<CaptureStatus> seen = new CompletableFuture<>();
        loop.run(() -> seen.complete(capture.status(loop.now())));
        return seen.join();
    }

    /** How often that happened since the start. */
    public long count(Count count) {
        return counters.get(count);
    }

    /** How often that alarm was raised since the start. */
    public long count(Alarm.Kind kind) {
        return notices.count(kind);
    }

    private static List<StreamAccount> accounts(CheckedConfig checked, CredentialReader keys) {
        return checked.accounts().stream()
                .map(account -> new StreamAccount(
                        account.uid(),
                        keys.read(
                                CredentialReference.parse(account.credentials()),
                                Credentials::hmac,
                                Credentials::privateKey)))
                .toList();
    }

    private static CredentialReader keys(Function<String, Optional<String>> setting) {
        return new CredentialReader(Path.of(""), name -> Optional.ofNullable(System.getenv(name)), name -> {
            try (Secrets secrets = Secrets.open(setting)) {
                return secrets.text(name);
            }
        });
    }
}
