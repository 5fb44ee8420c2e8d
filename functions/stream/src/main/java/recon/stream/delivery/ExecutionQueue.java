package recon.stream.delivery;

import java.util.List;
import recon.stream.report.Report;

/** A queue that takes reports in batches. An answer comes later, on the thread that sends, at most once a batch. */
public interface ExecutionQueue {
    /**
     * Sends a batch and returns at once.
     *
     * @param batch 1 to 10 reports
     * @param receipt is told what came of it
     */
    void send(List<Report> batch, Receipt receipt);

    /** Who waits for the answer. */
    interface Receipt {
        /**
         * The queue's answer.
         *
         * @param now when it came, epoch ms
         */
        void answered(long now, QueueAnswer answer);
    }
}
