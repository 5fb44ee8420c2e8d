package recon.local.soak;

import java.time.Duration;
import java.time.Instant;
import recon.simulator.SimulatedTime;

/** Our clock, moved by the course alone. */
final class SoakTime implements SimulatedTime {
    private long now;

    SoakTime(Instant start) {
        this.now = start.toEpochMilli();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    /** Epoch ms. */
    @Override
    public long millis() {
        return now;
    }

    void moveTo(long ms) {
        now = Math.max(now, ms);
    }

    @Override
    public void pass(Duration elapsed) {
        // What is asked takes no time here.
    }
}
