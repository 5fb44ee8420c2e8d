package recon.simulator.world;

/**
 * When funding is due: nobody trades contracts in the minute before and after, so that it is clear whose it is. The
 * exceptions are made on purpose.
 */
final class QuietTimes {
    /** From one funding to the next. */
    static final long FUNDING_MS = 8 * 3_600_000L;

    private static final long MINUTE_MS = 60_000;

    private QuietTimes() {}

    /** The instant, or a little later where it is too near to a funding. */
    static long around(long ms) {
        long within = Math.floorMod(ms + MINUTE_MS, FUNDING_MS);
        return within < 2 * MINUTE_MS ? ms - within + 2 * MINUTE_MS + 1 : ms;
    }
}
