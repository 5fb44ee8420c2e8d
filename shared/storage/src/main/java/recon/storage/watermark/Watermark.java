package recon.storage.watermark;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One account on one connection: everything of it that was received after {@code subscribedAt} and up to {@code upTo} is
 * in the queue. Times are by our clock, to the millisecond. {@code upTo} may be before {@code subscribedAt}: then nothing
 * is claimed.
 *
 * @param account the exchange's uid
 * @param task which task held the connection
 * @param connection its number within the task, never used twice
 * @param subscribedAt when the exchange had answered the subscription
 * @param upTo up to when; never after the connection was last heard of
 * @param closedAt when the subscription ended; empty while it lasts, or if nobody could write it down any more
 * @param reason why it ended
 */
public record Watermark(
        String account,
        String task,
        String connection,
        Instant subscribedAt,
        Instant upTo,
        Optional<Instant> closedAt,
        Optional<String> reason) {
    public Watermark {
        requireNonNull(account, "account is null");
        requireNonNull(task, "task is null");
        requireNonNull(connection, "connection is null");
        subscribedAt = subscribedAt.truncatedTo(ChronoUnit.MILLIS);
        upTo = upTo.truncatedTo(ChronoUnit.MILLIS);
        closedAt = closedAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        requireNonNull(reason, "reason is null");
    }
}
