package recon.simulator.limits;

/** Whether a request may be answered. */
public sealed interface Verdict {
    /**
     * It may.
     *
     * @param used weight used in the window, this request included
     */
    record Admitted(int used) implements Verdict {}

    /**
     * The window's limit is broken.
     *
     * @param used weight used in the window of the request's own bucket, this request included
     * @param retryAfterSeconds until the broken window ends, at least 1
     */
    record TooMany(int used, long retryAfterSeconds) implements Verdict {}

    /**
     * The IP is banned.
     *
     * @param untilMs end of the ban, epoch ms of the exchange's clock
     * @param retryAfterSeconds until then, at least 1
     */
    record Banned(long untilMs, long retryAfterSeconds) implements Verdict {}
}
