package recon.simulator.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was asked of the hub while it was at something else. */
final class Inbox {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    void add(Runnable action) {
        waiting.add(action);
    }

    /** Does everything that waits, and what is added meanwhile. */
    void drain() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    void clear() {
        waiting.clear();
    }
}
