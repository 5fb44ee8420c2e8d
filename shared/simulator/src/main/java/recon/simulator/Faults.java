package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import recon.simulator.draw.Draw;

/** The faults to come: those that a test scripts, else those drawn by the seed's {@link FaultRates}. */
public final class Faults {
    private static final int MOST_SCRIPTS = 1_000;
    private static final int DRAW_OF = 10_000;

    private final long seed;
    private final FaultRates rates;
    private final Deque<Script> scripts = new ArrayDeque<>();

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
        requireNonNull(fault, "fault is null");
        requireNonNull(pathPrefix, "pathPrefix is null");
        if (times < 1 || scripts.size() >= MOST_SCRIPTS) {
            throw new IllegalArgumentException("times is at least 1, scripts are at most " + MOST_SCRIPTS);
        }
        scripts.add(new Script(fault, pathPrefix, times));
    }

    /** The fault of one request, if any; a scripted one is used up by it. */
    synchronized Optional<Fault> strike(long requestNumber, String path) {
        for (Iterator<Script> each = scripts.iterator(); each.hasNext(); ) {
            Script script = each.next();
            if (path.startsWith(script.pathPrefix)) {
                script.left--;
                if (script.left == 0) {
                    each.remove();
                }
                return Optional.of(script.fault);
            }
        }
        return rates.at(Draw.of(seed, "fault", requestNumber).below(DRAW_OF));
    }

    private static final class Script {
        private final Fault fault;
        private final String pathPrefix;
        private int left;

        private Script(Fault fault, String pathPrefix, int times) {
            this.fault = fault;
            this.pathPrefix = pathPrefix;
            this.left = times;
        }
    }
}
