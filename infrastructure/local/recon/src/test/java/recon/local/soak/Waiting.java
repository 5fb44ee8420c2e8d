package recon.local.soak;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do, which nobody tells: it is looked at again and again. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final long LOOK_NANOS = 20_000_000;

    private Waiting() {}

    /** What is waited for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** @param what it is, for who reads that it did not come */
    static void until(String what, Condition condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("within " + PATIENCE + " it did not come to this: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
