package recon.stream.testing;

import java.time.Duration;
import java.time.Instant;
import recon.simulator.SimulatedTime;

/** Time that a test moves; may be read from any thread. */
public final class VirtualTime implements SimulatedTime {
    private volatile long now;

    public VirtualTime(Instant start) {
        this.now = start.toEpochMilli();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    public void moveTo(long ms) {
        now = Math.max(now, ms);
    }

    @Override
    public void pass(Duration elapsed) {
        // Nobody asks by REST here.
    }
}
