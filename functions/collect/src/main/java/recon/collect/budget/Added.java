package recon.collect.budget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one worker has added to a window of a bucket. */
record Added(Instant window, int amount) {
    Added and(Added more) {
        return window.equals(more.window) ? new Added(window, amount + more.amount) : more;
    }

    /** Whether the stored counter is known to stand at {@code used} or above. */
    static boolean covers(@Nullable Added added, Instant window, int used) {
        return added != null && added.window.equals(window) && added.amount >= used;
    }
}
