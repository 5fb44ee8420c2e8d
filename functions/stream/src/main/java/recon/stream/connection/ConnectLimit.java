package recon.stream.connection;

import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many attempts to connect within five minutes, whatever they are for; none while the exchange forbids it. */
public final class ConnectLimit {
    static final long WINDOW_MS = 300_000;
    /** Longer bans than the exchange gives are an error of somebody's clock. */
    private static final long LONGEST_BLOCK_MS = 3 * 86_400_000L;

    private final int most;
    private final Deque<Long> attempts = new ArrayDeque<>();
    private long blockedUntil = Long.MIN_VALUE;

    /** @param most attempts within five minutes */
    public ConnectLimit(int most) {
        this.most = most;
    }

    /** Takes an attempt if one is free. */
    boolean take(long now) {
        forget(now);
        if (now < blockedUntil || attempts.size() >= most) {
            return false;
        }
        attempts.addLast(now);
        return true;
    }

    /** When the next one is free, if none is now. */
    long freeAt(long now) {
        forget(now);
        long free = attempts.size() < most ? now + 1 : attempts.getFirst() + WINDOW_MS;
        return Math.max(free, blockedUntil);
    }

    /** The exchange wants us to wait. */
    void block(long now, long ms) {
        blockedUntil = Math.max(blockedUntil, now + Math.min(ms, LONGEST_BLOCK_MS));
    }

    private void forget(long now) {
        while (!attempts.isEmpty() && attempts.getFirst() <= now - WINDOW_MS) {
            attempts.removeFirst();
        }
    }
}
