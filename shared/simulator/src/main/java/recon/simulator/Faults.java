package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import recon.simulator.draw.Draw;
import recon.simulator.http.FaultPlan;

/** The faults to come: those that a test scripts, else those drawn by the seed's {@link FaultRates}. */
public final class Faults implements FaultPlan {
    private static final int MOST_SCRIPTS = 1_000;
    private static final int DRAW_OF = 10_000;

    private final long seed;
    private final FaultRates rates;
    private final Deque<Script<Fault>> scripts = new ArrayDeque<>();
    private final Deque<Script<Distortion>> distortions = new ArrayDeque<>();

    Faults(long seed, FaultRates rates) {
        this.seed = seed;
        this.rates = rates;
    }

    /**
     * Strikes the next requests whose path starts with the prefix. Scripts for the same path strike in the order they
     * were given; a request that a limit turns away uses one up as well. They live in this process only.
     *
     * @param times how many requests, at least 1
     */
    public synchronized void next(Fault fault, String pathPrefix, int times) {
        add(scripts, fault, pathPrefix, times);
    }

    /**
     * Spoils the next good answers to requests whose path starts with the prefix; those that meet a fault or are refused use
     * nothing up. They live in this process only.
     *
     * @param times how many answers, at least 1
     */
    public synchronized void distort(Distortion distortion, String pathPrefix, int times) {
        add(distortions, distortion, pathPrefix, times);
    }

    @Override
    public synchronized Optional<Fault> strike(long requestNumber, String path) {
        return take(scripts, path)
                .or(() -> rates.at(Draw.of(seed, "fault", requestNumber).below(DRAW_OF)));
    }

    @Override
    public synchronized Optional<Distortion> distortion(String path) {
        return take(distortions, path);
    }

    private static <T> void add(Deque<Script<T>> scripts, T what, String pathPrefix, int times) {
        requireNonNull(what, "what is null");
        requireNonNull(pathPrefix, "pathPrefix is null");
        if (times < 1 || scripts.size() >= MOST_SCRIPTS) {
            throw new IllegalArgumentException("times is at least 1, scripts are at most " + MOST_SCRIPTS);
        }
        scripts.add(new Script<>(what, pathPrefix, times));
    }

    private static <T> Optional<T> take(Deque<Script<T>> scripts, String path) {
        for (Iterator<Script<T>> each = scripts.iterator(); each.hasNext(); ) {
            Script<T> script = each.next();
            if (path.startsWith(script.pathPrefix)) {
                script.left--;
                if (script.left == 0) {
                    each.remove();
                }
                return Optional.of(script.what);
            }
        }
        return Optional.empty();
    }

    private static final class Script<T> {
        private final T what;
        private final String pathPrefix;
        private int left;

        private Script(T what, String pathPrefix, int times) {
            this.what = what;
            this.pathPrefix = pathPrefix;
            this.left = times;
        }
    }
}
