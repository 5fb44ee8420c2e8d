package recon.local.replay;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import recon.local.pace.Pace;

/** Our own clock, but nothing is waited for: a replay asks nobody outside, so it leaps to what falls due next. */
final class LeapingClock implements InstantSource, Pace {
    private final InstantSource real;
    private Instant reached = Instant.MIN;

    LeapingClock(InstantSource real) {
        this.real = requireNonNull(real, "real is null");
    }

    @Override
    public synchronized Instant instant() {
        Instant now = real.instant();
        return now.isBefore(reached) ? reached : now;
    }

    @Override
    public synchronized void reach(Instant to) {
        if (to.isAfter(reached)) {
            reached = to;
        }
    }
}
