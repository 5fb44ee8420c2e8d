package recon.local.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import recon.local.clock.VirtualClock;
import recon.local.pace.Pace;
import recon.simulator.Simulator;
import recon.simulator.stream.StreamHub;
import recon.stream.capture.Capture;

/**
 * Moves the virtual clock and stops at each moment at which the exchange's streams or a capture have something to do, so
 * that everything happens when it is due. Where requests have moved the clock meanwhile, what they passed happens now.
 */
public final class StreamPlayer implements Pace {
    /** What is due at once may make more due at once, but not for ever. */
    private static final int MOST_AT_ONCE = 100_000;

    private final VirtualClock clock;
    private final StreamHub hub;
    /** How far the exchange's clock is ahead of ours, ms. */
    private final long ahead;

    private final List<Capture> captures = new ArrayList<>();

    /** A player without captures: it only moves the clock. */
    public StreamPlayer(VirtualClock clock, Simulator exchange) {
        this.clock = requireNonNull(clock, "clock is null");
        this.hub = exchange.streams();
        this.ahead = Duration.between(clock.instant(), exchange.exchangeTime()).toMillis();
    }

    /** Starts a capture, and plays it from now on. */
    void start(Capture capture) {
        captures.add(capture);
        capture.start(clock.millis());
    }

    /** Lets a capture send what it has, and plays it no longer; that takes its grace time at most. */
    void stop(Capture capture) {
        capture.stop(clock.millis());
        while (!capture.isStopped()) {
            reach(Instant.ofEpochMilli(Math.max(clock.millis() + 1, capture.nextDue())));
        }
        captures.remove(capture);
    }

    @Override
    public void reach(Instant due) {
        long until = Math.max(due.toEpochMilli(), clock.millis());
        long last = Long.MIN_VALUE;
        int atOnce = 0;
        for (long next = nextDue(); next <= until; next = nextDue()) {
            atOnce = next > last ? 0 : atOnce + 1;
            last = Math.max(last, next);
            if (atOnce > MOST_AT_ONCE) {
                throw new IllegalStateException("the streams are never done with what is due at " + clock.instant());
            }
            clock.reach(Instant.ofEpochMilli(next));
            play();
        }
        clock.reach(due);
    }

    private void play() {
        hub.advance();
        captures.forEach(capture -> capture.tick(clock.millis()));
    }

    /** Epoch ms of our clock; far in the future if nobody listens. */
    private long nextDue() {
        long due = hub.nextDue().map(at -> at.toEpochMilli() - ahead).orElse(Long.MAX_VALUE);
        for (Capture capture : captures) {
            due = Math.min(due, capture.nextDue());
        }
        return due;
    }
}
