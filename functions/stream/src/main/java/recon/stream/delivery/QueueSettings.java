package recon.stream.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How reports go to a queue.
 *
 * @param batch reports in one batch at most, 1 to 10
 * @param batchBytes bytes in one batch at most; one larger report is a batch alone
 * @param linger how long a report waits for others at most
 * @param inFlight batches on their way at most
 * @param patience how long an answer may take; then the batch is sent again
 * @param buffered bytes that wait or are on their way at most
 * @param pauses between attempts while the queue is away
 */
public record QueueSettings(
        int batch, int batchBytes, Duration linger, int inFlight, Duration patience, long buffered, Pauses pauses) {
    private static final int MOST = 10;

    public QueueSettings {
        if (batch < 1 || batch > MOST || batchBytes < 1 || inFlight < 1 || buffered < 1) {
            throw new IllegalArgumentException(
                    "a batch has 1 to " + MOST + " reports; batchBytes, inFlight and buffered are positive");
        }
        if (linger.isNegative() || !patience.isPositive()) {
            throw new IllegalArgumentException("linger is 0 or more, patience is more than 0");
        }
        requireNonNull(pauses, "pauses is null");
    }

    /** What suits SQS and a task of 256 MB. */
    public static QueueSettings standard() {
        return new QueueSettings(
                MOST,
                200_000,
                Duration.ofMillis(5),
                64,
                Duration.ofSeconds(30),
                32L * 1024 * 1024,
                new Pauses(Duration.ofMillis(100), Duration.ofSeconds(5)));
    }
}
