package recon.simulator.limits;

/** The ban of an IP that goes on through 429s: two minutes at first, doubled each time, three days at most. */
final class Bans {
    private static final int STRIKES = 20;
    private static final long MINUTE_MS = 60_000;
    private static final long FIRST_MS = 2 * MINUTE_MS;
    private static final long LONGEST_MS = 3 * 24 * 60 * MINUTE_MS;

    private long strikeMinute = Long.MIN_VALUE;
    private int strikes;
    private long nextLengthMs = FIRST_MS;
    private long until = Long.MIN_VALUE;

    boolean active(long ms) {
        return ms < until;
    }

    long until() {
        return until;
    }

    /** Counts a request that was turned away; the twentieth in one clock minute starts a ban. */
    void strike(long ms) {
        long minute = Math.floorDiv(ms, MINUTE_MS);
        strikes = minute == strikeMinute ? strikes + 1 : 1;
        strikeMinute = minute;
        if (strikes >= STRIKES) {
            start(ms);
        }
    }

    void start(long ms) {
        until = ms + nextLengthMs;
        nextLengthMs = Math.min(nextLengthMs * 2, LONGEST_MS);
        strikes = 0;
    }
}
