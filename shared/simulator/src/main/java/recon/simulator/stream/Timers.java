package recon.simulator.stream;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What a session is going to do by itself, in order of time; what is due at one instant, in the order of asking. */
final class Timers {
    static final long NEVER = Long.MAX_VALUE;

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::sequence));
    private long sequence;

    /** Something to be done at an instant. */
    interface Action {
        void at(long ms);
    }

    private record Timer(long at, long sequence, Action action) {}

    void at(long ms, Action action) {
        timers.add(new Timer(ms, sequence++, action));
    }

    /** When the first is due, epoch ms. */
    long next() {
        Timer first = timers.peek();
        return first == null ? NEVER : first.at;
    }

    /** Does what is due first. */
    void fire() {
        Timer first = timers.remove();
        first.action.at(first.at);
    }

    void clear() {
        timers.clear();
    }
}
