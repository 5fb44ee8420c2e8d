package recon.stream.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.OutgoingExecution;
import recon.storage.execution.QueueWire;
import recon.storage.execution.RefusedReports;
import recon.storage.schema.Schema;
import recon.storage.testing.ScriptedQueue.Answer;
import recon.storage.testing.SenderContract;
import recon.stream.delivery.QueueAnswer;
import recon.stream.delivery.QueueSettings;
import recon.stream.report.Report;

/** The stream's own way to the queue does what the SDK's does, and some things besides. */
@Timeout(60)
class HttpQueueTest extends SenderContract {
    private static final QueueSettings STANDARD = QueueSettings.standard();

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Duration patience = STANDARD.patience();

    @AfterEach
    void end() throws Exception {
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    protected Set<Integer> send(AwsClients clients, AwsSettings settings, List<OutgoingExecution> batch) {
        EventLoop loop = new EventLoop(vertx, Clock.systemUTC(), _ -> {});
        HttpQueue queue = HttpQueue.open(
                loop,
                new QueueWire(clients, settings, Schema.RECORD),
                new RefusedReports(clients, settings),
                threads,
                new QueueSettings(
                        STANDARD.batch(),
                        STANDARD.batchBytes(),
                        STANDARD.linger(),
                        1,
                        patience,
                        STANDARD.buffered(),
                        STANDARD.pauses()),
                new Random(7));
        CompletableFuture<QueueAnswer> answered = new CompletableFuture<>();
        loop.run(() -> queue.send(
                batch.stream().map(HttpQueueTest::report).toList(), (_, answer) -> answered.complete(answer)));
        return switch (answered.orTimeout(30, TimeUnit.SECONDS).join()) {
            case QueueAnswer.Accepted _ -> Set.of();
            case QueueAnswer.Partly(Set<Integer> positions, String _) -> positions;
            case QueueAnswer.Failed(String why) -> throw new IllegalStateException(why);
        };
    }

    private static Report report(OutgoingExecution outgoing) {
        return new Report(
                outgoing.account(),
                outgoing.connection(),
                outgoing.sequence(),
                outgoing.receivedAt().toEpochMilli(),
                outgoing.body());
    }

    @Test
    void reportIsToBeSentAgain_whenTheQueueHasUnderstoodSomethingElse() {
        scripted().next(new Answer.Change("1"));

        assertThat(toScripted(numbered(3))).containsExactly(1);
    }

    @Test
    void reportIsToBeSentAgain_whenTheAnswerDoesNotMentionIt() {
        scripted().next(new Answer.Forget("2"));

        assertThat(toScripted(numbered(3))).containsExactly(2);
    }

    @Test
    void batchFailsAfterOneCall_whenThereIsNoAnswer() {
        patience = Duration.ofMillis(200);
        scripted().next(new Answer.Silence());

        assertThatThrownBy(() -> toScripted(numbered(3))).hasMessageContaining("NoAnswer");
        assertThat(scripted().calls()).hasSize(1);
    }

    @Test
    void batchFails_whenTheQueueStaysBroken() {
        Answer broken = new Answer.Refuse(503, "ServiceUnavailable");
        scripted().next(broken, broken, broken, broken);

        assertThatThrownBy(() -> toScripted(numbered(3))).hasMessageContaining("ServiceUnavailable");
        assertThat(scripted().calls()).hasSize(4);
    }

    @Test
    void batchFails_whenNobodyListens() {
        scripted().close();

        assertThatThrownBy(() -> toScripted(numbered(3))).hasMessageContaining("neither queue nor credentials");
    }
}
