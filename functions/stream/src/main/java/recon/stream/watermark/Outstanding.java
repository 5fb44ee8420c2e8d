package recon.stream.watermark;

import java.util.Arrays;

/**
 * When the reports were received that the queue has not acknowledged: milliseconds in the order of receiving, each with
 * its number of reports. A ring of numbers, for there may be many.
 */
final class Outstanding {
    private static final int SMALLEST = 16;

    private long[] times = new long[SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The time of the oldest one; there must be one. */
    long oldest() {
        return times[first];
    }

    /** One more; never before those that are there. */
    void add(long time) {
        if (size > 0 && times[slot(size - 1)] >= time) {
            // A clock that is set back: the report counts as received with the last one, which is the careful side.
            counts[slot(size - 1)]++;
            return;
        }
        if (size == times.length) {
            grow();
        }
        times[slot(size)] = time;
        counts[slot(size)] = 1;
        size++;
    }

    /** One less of the last time that is not after this one. */
    void remove(long time) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[slot(middle)] <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (size == 0 || counts[slot(low)] == 0) {
            throw new IllegalStateException("a report was acknowledged that nobody waits for");
        }
        counts[slot(low)]--;
        while (size > 0 && counts[first] == 0) {
            first = slot(1);
            size--;
        }
    }

    private int slot(int number) {
        return (first + number) & (times.length - 1);
    }

    private void grow() {
        int before = times.length;
        times = rotated(times);
        int[] moved = new int[before * 2];
        for (int i = 0; i < before; i++) {
            moved[i] = counts[(first + i) & (before - 1)];
        }
        counts = moved;
        first = 0;
    }

    private long[] rotated(long[] old) {
        long[] moved = Arrays.copyOf(old, old.length * 2);
        for (int i = 0; i < old.length; i++) {
            moved[i] = old[(first + i) & (old.length - 1)];
        }
        return moved;
    }
}
