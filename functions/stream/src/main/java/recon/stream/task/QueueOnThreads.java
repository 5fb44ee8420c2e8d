package recon.stream.task;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import recon.storage.execution.ExecutionSender;
import recon.storage.execution.OutgoingExecution;
import recon.storage.execution.SendOutcome;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.delivery.QueueAnswer;
import recon.stream.report.Report;
import recon.stream.socket.EventLoop;

/** Sends batches on virtual threads, for the SDK blocks. Answers come back on the loop's thread. */
final class QueueOnThreads implements ExecutionQueue {
    private final ExecutionSender sender;
    private final EventLoop loop;
    private final ExecutorService threads;
    /** Calls that the capture has given up may still be under way beside those it waits for. */
    private final Semaphore free;

    QueueOnThreads(ExecutionSender sender, EventLoop loop, ExecutorService threads, int inFlight) {
        this.sender = requireNonNull(sender, "sender is null");
        this.loop = requireNonNull(loop, "loop is null");
        this.threads = requireNonNull(threads, "threads is null");
        this.free = new Semaphore(2 * inFlight);
    }

    @Override
    public void send(List<Report> batch, Receipt receipt) {
        if (!free.tryAcquire()) {
            receipt.answered(loop.now(), new QueueAnswer.Failed("too many calls are under way without an answer"));
            return;
        }
        threads.execute(() -> {
            QueueAnswer answer = sent(batch);
            free.release();
            loop.run(() -> receipt.answered(loop.now(), answer));
        });
    }

    private QueueAnswer sent(List<Report> batch) {
        try {
            SendOutcome outcome =
                    sender.send(batch.stream().map(QueueOnThreads::outgoing).toList());
            return outcome.again().isEmpty()
                    ? new QueueAnswer.Accepted()
                    : new QueueAnswer.Partly(outcome.again(), outcome.why());
        } catch (RuntimeException e) {
            return new QueueAnswer.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static OutgoingExecution outgoing(Report report) {
        return new OutgoingExecution(
                report.body(),
                report.account(),
                Instant.ofEpochMilli(report.receivedAt()),
                report.connection(),
                report.sequence());
    }
}
