package recon.local.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import recon.storage.execution.ExecutionSender;
import recon.storage.execution.OutgoingExecution;
import recon.storage.execution.SendOutcome;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.delivery.QueueAnswer;
import recon.stream.report.Report;

/** Sends at once, on the thread that drives the capture: on virtual time nothing is kept waiting by it. */
final class DirectQueue implements ExecutionQueue {
    private final ExecutionSender sender;
    private final LongSupplier clock;

    /** @param clock ours, epoch ms */
    DirectQueue(ExecutionSender sender, LongSupplier clock) {
        this.sender = requireNonNull(sender, "sender is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public void send(List<Report> batch, Receipt receipt) {
        SendOutcome outcome =
                sender.send(batch.stream().map(DirectQueue::outgoing).toList());
        receipt.answered(
                clock.getAsLong(),
                outcome.again().isEmpty()
                        ? new QueueAnswer.Accepted()
                        : new QueueAnswer.Partly(outcome.again(), outcome.why()));
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
