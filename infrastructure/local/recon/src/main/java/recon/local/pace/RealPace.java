package recon.local.pace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Waits, and says so where it takes long enough for a person to wonder. */
public final class RealPace implements Pace {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Consumer<String> tell;

    /** @param tell shows a line to the person who waits */
    public RealPace(InstantSource clock, Consumer<String> tell) {
        this.clock = requireNonNull(clock, "clock is null");
        this.tell = requireNonNull(tell, "tell is null");
    }

    @Override
    public void reach(Instant due) {
        Duration wait = Duration.between(clock.instant(), due);
        if (wait.compareTo(WORTH_TELLING) > 0) {
            tell.accept("waiting until " + due.truncatedTo(ChronoUnit.SECONDS) + " for what is due next ...");
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
