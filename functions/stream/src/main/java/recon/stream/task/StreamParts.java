package recon.stream.task;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
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
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.socket.EventLoop;
import recon.stream.socket.HttpQueue;
import recon.stream.socket.VertxConnector;
import recon.stream.spool.SpoolFolder;

/**
 * Everything that a running task consists of.
 *
 * @param loop drives the capture
 * @param capture what is driven
 * @param status what it looked like about a second ago; empty before it started
 * @param spool closed last
 * @param clients closed last
 */
record StreamParts(
        EventLoop loop,
        Capture capture,
        AtomicReference<Optional<CaptureStatus>> status,
        Counters counters,
        LoggedNotices notices,
        SpoolFolder spool,
        AwsClients clients,
        ExecutorService threads) {
    /** Puts it together; nothing runs yet. What is wrong with the configuration is thrown, and says so. */
    static StreamParts of(
            StreamConfig config, Function<String, Optional<String>> setting, Vertx vertx, InstantSource clock) {
        CheckedConfig checked = CheckedConfig.of(config);
        List<StreamAccount> accounts = accounts(checked, keys(setting));
        AwsSettings aws = AwsSettings.from(setting);
        AwsClients clients = AwsClients.create(aws);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AtomicReference<Optional<CaptureStatus>> status = new AtomicReference<>(Optional.empty());
        EventLoop loop = new EventLoop(vertx, clock, now -> status.set(Optional.of(now)));
        Counters counters = new Counters();
        RejectedFrames frames = new RejectedFrames(clients, aws);
        LoggedNotices notices = new LoggedNotices(
                reject -> frames.put(
                        reject.connection(), Instant.ofEpochMilli(reject.receivedAt()), reject.why(), reject.frame()),
                threads,
                () -> loop.run(() -> counters.add(Count.REJECTS_LOST)));
        SpoolFolder spool =
                SpoolFolder.open(config.spool().folder(), config.spool().limit(), notices);
        RandomGenerator random = RandomGenerator.getDefault();
        RefusedReports archive = new RefusedReports(clients, aws);
        Function<String, ExecutionQueue> queue = name -> HttpQueue.open(
                loop,
                new QueueWire(clients, aws, name),
                archive,
                threads,
                checked.settings().queue(),
                random);
        Ports ports = new Ports(
                new VertxConnector(
                        loop,
                        checked.uri(),
                        config.connections().largestFrame(),
                        checked.settings().connections().patience()),
                queue.apply(Schema.RECORD),
                config.bridge() ? Optional.of(queue.apply(Schema.BRIDGE)) : Optional.empty(),
                spool,
                new WatermarksOnThreads(new Watermarks(clients, aws), loop, threads),
                notices,
                counters,
                random);
        return new StreamParts(
                loop,
                new Capture(checked.settings(), accounts, ports),
                status,
                counters,
                notices,
                spool,
                clients,
                threads);
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
