package recon.local.pace;

import java.time.Instant;

/** How time comes to the next thing to do. */
@FunctionalInterface
public interface Pace {
    /** Returns at that time or later, on our own clock; at once if it has passed. */
    void reach(Instant due);
}
