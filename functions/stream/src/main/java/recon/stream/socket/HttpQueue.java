package recon.stream.socket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import recon.storage.execution.Consignment;
import recon.storage.execution.OutgoingExecution;
import recon.storage.execution.QueueReply;
import recon.storage.execution.QueueWire;
import recon.storage.execution.RefusedReports;
import recon.storage.execution.SendOutcome;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.delivery.QueueAnswer;
import recon.stream.delivery.QueueSettings;
import recon.stream.report.Report;

/**
 * Sends batches from the loop's own thread, without waiting. Only what the queue does not take as it is goes to the
 * archive by way of another thread.
 */
public final class HttpQueue implements ExecutionQueue {
    private final QueueCalls calls;
    private final RefusedReports archive;
    private final EventLoop loop;
    private final Executor threads;
    /** Batches that the capture has given up may still be under way beside those it waits for. */
    private final int most;

    private int underWay;

    private HttpQueue(QueueCalls calls, RefusedReports archive, EventLoop loop, Executor threads, int most) {
        this.calls = calls;
        this.archive = requireNonNull(archive, "archive is null");
        this.loop = loop;
        this.threads = threads;
        this.most = most;
    }

    /**
     * Sends to one queue.
     *
     * @param wire what calls to the queue look like
     * @param archive for what the queue does not take
     * @param threads for what waits
     * @param settings how many batches are on their way at most, and how long an answer may take
     * @param random draws pauses
     */
    public static HttpQueue open(
            EventLoop loop,
            QueueWire wire,
            RefusedReports archive,
            Executor threads,
            QueueSettings settings,
            RandomGenerator random) {
        requireNonNull(loop, "loop is null");
        requireNonNull(threads, "threads is null");
        int most = 2 * settings.inFlight();
        return new HttpQueue(
                new QueueCalls(loop, wire, new Preparation(loop, wire, threads), most, settings.patience(), random),
                archive,
                loop,
                threads,
                most);
    }

    @Override
    public void send(List<Report> batch, Receipt receipt) {
        if (underWay >= most) {
            receipt.answered(loop.now(), new QueueAnswer.Failed("too many calls are under way without an answer"));
            return;
        }
        underWay++;
        goOn(new Consignment(batch.stream().map(HttpQueue::outgoing).toList()), receipt);
    }

    private void goOn(Consignment consignment, Receipt receipt) {
        if (!consignment.unfit().isEmpty()) {
            threads.execute(() -> archive(consignment, receipt));
            return;
        }
        List<Consignment.Entry> entries = consignment.next();
        if (entries.isEmpty()) {
            SendOutcome outcome = consignment.outcome();
            end(
                    receipt,
                    outcome.again().isEmpty()
                            ? new QueueAnswer.Accepted()
                            : new QueueAnswer.Partly(outcome.again(), outcome.why()));
            return;
        }
        calls.call(entries, reply -> {
            switch (reply) {
                case QueueReply.Answered(List<Consignment.Refusal> refusals) -> {
                    consignment.answered(entries, refusals);
                    goOn(consignment, receipt);
                }
                case QueueReply.Refused refused -> {
                    if (consignment.refused(entries, refused.code())) {
                        goOn(consignment, receipt);
                    } else {
                        end(receipt, new QueueAnswer.Failed(refused.code() + ": " + refused.text()));
                    }
                }
            }
        });
    }

    /** On a thread that may wait. The loop does not touch the consignment meanwhile. */
    private void archive(Consignment consignment, Receipt receipt) {
        Map<Integer, String> keys = new HashMap<>();
        try {
            for (int position : consignment.unfit()) {
                keys.put(position, archive.put(consignment.report(position)));
            }
        } catch (RuntimeException e) {
            String why = "the archive does not take what the queue did not take: " + e;
            loop.run(() -> end(receipt, new QueueAnswer.Failed(why)));
            return;
        }
        loop.run(() -> {
            keys.forEach(consignment::archived);
            goOn(consignment, receipt);
        });
    }

    private void end(Receipt receipt, QueueAnswer answer) {
        underWay--;
        receipt.answered(loop.now(), answer);
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
