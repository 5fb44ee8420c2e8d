package recon.stream.watermark;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import recon.storage.watermark.Watermark;

/**
 * One account on one connection, and up to when all of its reports that were received are in the queue. Times are epoch
 * ms by our clock. A report counts once the queue has acknowledged it, not while it waits in memory or on disk; and
 * nothing is claimed for a time at which the connection had not been heard of since: what a dead socket did not bring
 * was not received.
 */
public final class Coverage {
    private final String account;
    private final String task;
    private final long connection;
    private final long subscribedAt;
    private final Heard heard;
    private final Outstanding outstanding = new Outstanding();
    private long spooled;
    private long spooledFrom;
    private OptionalLong endHeard = OptionalLong.empty();
    private long closedAt;
    private String reason = "";

    /**
     * A subscription that begins.
     *
     * @param subscribedAt when the exchange's answer was received
     * @param heard when the connection was last heard of
     */
    public Coverage(String account, String task, long connection, long subscribedAt, Heard heard) {
        this.account = requireNonNull(account, "account is null");
        this.task = requireNonNull(task, "task is null");
        this.connection = connection;
        this.subscribedAt = subscribedAt;
        this.heard = requireNonNull(heard, "heard is null");
    }

    /** A report was received. */
    public void received(long time) {
        outstanding.add(time);
    }

    /** A report that was in memory is in the queue. */
    public void acknowledged(long time) {
        outstanding.remove(time);
    }

    /** A report goes to disk instead of memory. */
    public void spooled(long time) {
        spooledFrom = spooled == 0 ? time : Math.min(spooledFrom, time);
        spooled++;
    }

    /** A report that was on disk is in the queue. The watermark stays until all of them are. */
    public void unspooled() {
        if (spooled == 0) {
            throw new IllegalStateException("a report was acknowledged that was not on disk");
        }
        spooled--;
    }

    /** The subscription has ended. */
    public void end(long now, String why) {
        if (endHeard.isEmpty()) {
            endHeard = OptionalLong.of(heard.at());
            closedAt = now;
            reason = why;
        }
    }

    /** Whether it has ended and all of its reports are in the queue: its watermark does not change any more. */
    public boolean isSettled() {
        return endHeard.isPresent() && outstanding.isEmpty() && spooled == 0;
    }

    /** Whether any of its reports is on disk. */
    public boolean isSpooled() {
        return spooled > 0;
    }

    public boolean hasEnded() {
        return endHeard.isPresent();
    }

    /** Everything received up to then is in the queue, epoch ms. */
    public long upTo() {
        // Within the millisecond of the last frame another one may come.
        long upTo = endHeard.orElse(heard.at()) - 1;
        if (!outstanding.isEmpty()) {
            upTo = Math.min(upTo, outstanding.oldest() - 1);
        }
        return spooled == 0 ? upTo : Math.min(upTo, spooledFrom - 1);
    }

    /** What is written down. */
    public Watermark watermark() {
        return new Watermark(
                account,
                task,
                Long.toString(connection),
                Instant.ofEpochMilli(subscribedAt),
                Instant.ofEpochMilli(upTo()),
                hasEnded() ? Optional.of(Instant.ofEpochMilli(closedAt)) : Optional.empty(),
                hasEnded() ? Optional.of(reason) : Optional.empty());
    }
}
