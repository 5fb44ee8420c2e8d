package recon.local.soak;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when; what is due at one instant, in the order of asking. Epoch ms. */
final class Timetable {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long number;

    private record Entry(long at, long number, Runnable action) {}

    void at(long ms, Runnable action) {
        entries.add(new Entry(ms, number++, action));
    }

    /** When the first is due; far in the future if there is none. */
    long next() {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.at;
    }

    /** Does what has fallen due by then. */
    void run(long now) {
        while (next() <= now) {
            entries.remove().action.run();
        }
    }
}
