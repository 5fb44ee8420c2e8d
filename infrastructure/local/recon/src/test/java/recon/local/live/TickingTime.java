package recon.local.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import recon.simulator.SimulatedTime;

/** Time that passes as fast as ours but stands elsewhere, and can be moved on: the exchange's, for real commands. */
public final class TickingTime implements SimulatedTime {
    private final Clock real = Clock.systemUTC();
    private Duration ahead;

    public TickingTime(Instant now) {
        ahead = Duration.between(real.instant(), now);
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().plus(ahead);
    }

    /** What takes time takes it anyway. */
    @Override
    public void pass(Duration elapsed) {}

    synchronized void moveTo(Instant to) {
        ahead = Duration.between(real.instant(), to);
    }
}
