package recon.simulator.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Rows in the order of a number that never falls: a stamp, or an id.
 *
 * @param <T> the row
 */
public final class Timeline<T> {
    private final ToLongFunction<T> stamp;
    private final List<T> rows = new ArrayList<>();

    Timeline(ToLongFunction<T> stamp) {
        this.stamp = stamp;
    }

    /** No rows. */
    public static <T> Timeline<T> empty() {
        return new Timeline<>(_ -> 0);
    }

    void add(T row) {
        rows.add(row);
    }

    /** Puts a row behind those of its own stamp. */
    void insert(T row) {
        rows.add(countBelow(stamp, stamp.applyAsLong(row) + 1), row);
    }

    /** All rows; a view that must not outlive the question. */
    public List<T> all() {
        return Collections.unmodifiableList(rows);
    }

    /** Rows from one stamp to another, both included. */
    public List<T> between(long from, long to) {
        int start = countBelow(stamp, from);
        return all().subList(start, Math.max(start, to == Long.MAX_VALUE ? rows.size() : countBelow(stamp, to + 1)));
    }

    /** How many rows come before the first whose number, of any kind that never falls, is at least so high. */
    public int countBelow(ToLongFunction<T> number, long bound) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number.applyAsLong(rows.get(middle)) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
