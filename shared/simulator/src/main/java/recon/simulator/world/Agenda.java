package recon.simulator.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, in order; things of one instant happen in the order in which they were noted. */
final class Agenda {
    static final long DAY_MS = 86_400_000;

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::sequence));
    private long sequence;

    /** Something that happens at an instant. */
    interface Happening {
        void at(long ms);
    }

    private record Entry(long at, long sequence, Happening happening) {}

    void note(long at, Happening happening) {
        entries.add(new Entry(at, sequence++, happening));
    }

    /** Lets everything happen that is due before the instant. */
    void runUntil(long end) {
        for (Entry next = entries.peek(); next != null && next.at < end; next = entries.peek()) {
            entries.remove();
            next.happening.at(next.at);
        }
    }
}
