package recon.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test or the exchange's latency moves it. */
final class DrivenTime implements SimulatedTime {
    private final AtomicLong ms;

    DrivenTime(Instant start) {
        this.ms = new AtomicLong(start.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(ms.get());
    }

    @Override
    public void pass(Duration elapsed) {
        ms.addAndGet(elapsed.toMillis());
    }

    void jumpTo(Instant instant) {
        ms.set(instant.toEpochMilli());
    }
}
