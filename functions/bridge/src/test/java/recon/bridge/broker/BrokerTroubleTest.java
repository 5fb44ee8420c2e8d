package recon.bridge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.bridge.broker.TroubledBroker.Trouble;
import recon.storage.execution.ExecutionSender;
import recon.storage.execution.OutgoingExecution;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Reports in a real queue, the bridge, and a real broker that refuses them in every way that it has. */
class BrokerTroubleTest {
    private static final int AT_ONCE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 20_000_000;
    /** What came to nothing comes again after that long; on AWS it is a quarter of an hour. */
    private static final String VISIBILITY_SECONDS = "1";

    @TempDir
    private static Path folder;

    private static LocalRabbit rabbit;

    private final Set<String> sent = new HashSet<>();
    private final Installation installation = Installation.fresh();

    @BeforeAll
    static void start() throws Exception {
        rabbit = LocalRabbit.start(folder.resolve("rabbit"));
    }

    @AfterAll
    static void stop() {
        if (rabbit != null) {
            rabbit.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Timeout(180)
    void everyReportReachesTheBroker_whateverItRefusesMeanwhile(long seed) throws Exception {
        Random random = new Random(seed);
        var sqs = installation.clients().sqs();
        String url = sqs.getQueueUrl(q -> q.queueName(installation.settings().queue(Schema.BRIDGE)))
                .queueUrl();
        sqs.setQueueAttributes(
                q -> q.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, VISIBILITY_SECONDS)));
        TroubledBroker broker = new TroubledBroker(rabbit);
        List<Trouble> troubles = new ArrayList<>(List.of(Trouble.values()));
        Collections.shuffle(troubles, random);
        try (BridgeWorker worker = new BridgeWorker(installation, url, broker.address())) {
            for (Trouble trouble : troubles) {
                if (random.nextBoolean()) {
                    worker.die();
                }
                send(1 + random.nextInt(3));
                broker.begin(trouble);
                int before = worker.refusals();
                send(1 + random.nextInt(3));
                if (trouble == Trouble.UNROUTABLE) {
                    // A broker may be in trouble for longer than others are given.
                    worker.hurry(true);
                    until("a report was refused often", () -> worker.deliveries() > Schema.DELIVERIES);
                    worker.hurry(false);
                } else if (trouble != Trouble.CLOSED_CONNECTIONS) {
                    until("the broker has refused", () -> worker.refusals() > before);
                }
                broker.mend(trouble);
            }
            worker.die();
            send(2);
            until("the last one has died", worker::hasDied);
            WorkQueue queue = WorkQueue.of(installation.clients(), installation.settings(), Schema.BRIDGE);
            until("the queue is empty", () -> queue.counts().total() == 0);
        }

        assertThat(new HashSet<>(broker.bodies()))
                .as("seed %d: %s", seed, troubles)
                .isEqualTo(sent);
        assertThat(WorkQueue.deadLetters(installation.clients(), installation.settings(), Schema.BRIDGE)
                        .counts()
                        .total())
                .as("seed %d: messages that were given up", seed)
                .isZero();
    }

    /** So many batches; in each of them one report that the queue does not take itself. */
    private void send(int batches) {
        ExecutionSender sender = new ExecutionSender(installation.clients(), installation.settings(), Schema.BRIDGE);
        for (int batch = 0; batch < batches; batch++) {
            List<OutgoingExecution> reports = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                String strange = i == 0 ? "\u0001" : "Ä\\u0041 ";
                String body = "{\"e\":\"executionReport\", \"I\" : " + sent.size() + ",\"s\":\"" + strange + "\" }\n";
                sent.add(body);
                reports.add(new OutgoingExecution(
                        body.getBytes(StandardCharsets.UTF_8), "7", Instant.EPOCH, "t1/1", sent.size()));
            }
            assertThat(sender.send(reports).again()).isEmpty();
        }
    }

    private static void until(String what, BooleanSupplier holds) {
        long begin = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(PATIENCE);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
