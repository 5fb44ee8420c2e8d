package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import recon.simulator.draw.Draw;

/** The faults to come on streams: those that a test scripts, else those drawn by the seed's rates. */
public final class StreamFaults {
    private static final int MOST_SCRIPTS = 1_000;

    private final long seed;
    private final StreamFaultRates rates;
    private final Deque<Script> scripts = new ArrayDeque<>();
    private boolean paused;

    private record Script(StreamFault fault, OptionalLong session, Optional<String> uid) {
        private boolean concerns(long one, String account) {
            return (session.isEmpty() || session.getAsLong() == one)
                    && (uid.isEmpty() || uid.get().equals(account));
        }
    }

    /** Faults of one exchange. */
    public StreamFaults(long seed, StreamFaultRates rates) {
        this.seed = seed;
        this.rates = rates;
    }

    /** Strikes the next event that is about to be sent to any session; an early event, the next subscription. */
    public void next(StreamFault fault) {
        add(new Script(fault, OptionalLong.empty(), Optional.empty()));
    }

    /** Strikes the next event of a session. */
    public void next(StreamFault fault, StreamSession session) {
        add(new Script(fault, OptionalLong.of(session.id()), Optional.empty()));
    }

    /** Strikes the next event of an account, whatever session it goes to. */
    public void next(StreamFault fault, String uid) {
        add(new Script(fault, OptionalLong.empty(), Optional.of(uid)));
    }

    /** From here on nothing is drawn by chance, or again: scripts strike in either case. */
    public synchronized void pause(boolean quiet) {
        paused = quiet;
    }

    /** The fault of an event, if any; a scripted one is used up by it. */
    synchronized Optional<StreamFault> ofEvent(long session, long event, String uid) {
        Optional<StreamFault> scripted = scripted(session, uid, false);
        return scripted.isPresent() || paused
                ? scripted
                : rates.ofEvent(Draw.of(seed, "stream fault", session, event).below(StreamFaultRates.ALL));
    }

    /** Whether a new subscription meets an early event. */
    synchronized boolean early(long session, long subscription, String uid) {
        return scripted(session, uid, true).isPresent()
                || (!paused
                        && Draw.of(seed, "early event", session, subscription).below(StreamFaultRates.ALL)
                                < rates.rate(StreamFault.EARLY_EVENT));
    }

    private Optional<StreamFault> scripted(long session, String uid, boolean early) {
        for (Iterator<Script> each = scripts.iterator(); each.hasNext(); ) {
            Script script = each.next();
            if ((script.fault == StreamFault.EARLY_EVENT) == early && script.concerns(session, uid)) {
                each.remove();
                return Optional.of(script.fault);
            }
        }
        return Optional.empty();
    }

    private synchronized void add(Script script) {
        requireNonNull(script.fault, "fault is null");
        if (scripts.size() >= MOST_SCRIPTS) {
            throw new IllegalArgumentException("scripts are at most " + MOST_SCRIPTS);
        }
        scripts.add(script);
    }
}
