package recon.local.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import recon.simulator.SimulatedTime;

/** Time that passes as fast as ours but stands elsewhere, and can be moved on: the exchange's, for real commands. */
public final class TickingTime implements SimulatedTime {
    private final Clock real = Clock.systemUTC();
    private Duration ahead;
    private Optional<Instant> stopped = Optional.empty();

    public TickingTime(Instant now) {
        ahead = Duration.between(real.instant(), now);
    }

    @Override
    public synchronized Instant instant() {
        return stopped.orElseGet(() -> real.instant().plus(ahead));
    }

    /** What takes time takes it anyway. */
    @Override
    public void pass(Duration elapsed) {}

    /** From here on it stands still, at that instant. */
    public synchronized void stopAt(Instant at) {
        stopped = Optional.of(at);
    }

    synchronized void moveTo(Instant to) {
        ahead = Duration.between(real.instant(), to);
    }
}
