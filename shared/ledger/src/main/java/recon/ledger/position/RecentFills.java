package recon.ledger.position;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fills of one contract whose income may still come, by trade id. Ids ascend nearly always and income follows its fill
 * closely, so that most of them are found at the end of a row; the few others are in a map.
 */
final class RecentFills {
    private static final int FIRST_CAPACITY = 16;

    /** A ring in the order of ids, its capacity a power of two. */
    private @Nullable AwaitedFill[] ring = new @Nullable AwaitedFill[FIRST_CAPACITY];

    private int head;
    private int size;
    private final Map<Long, AwaitedFill> others = new HashMap<>();

    /** Adds a fill; one whose id is there already becomes the twin of the first. */
    void add(AwaitedFill fill) {
        AwaitedFill first = find(fill.id());
        if (first != null) {
            first.twin(fill);
        } else if (size == 0 || at(size - 1).id() < fill.id()) {
            if (size == ring.length) {
                grow();
            }
            ring[(head + size) & (ring.length - 1)] = fill;
            size++;
        } else {
            others.put(fill.id(), fill);
        }
    }

    /** The first fill with that id. */
    @Nullable
    AwaitedFill find(long id) {
        int low = 0;
        int high = size - 1;
        int middle = high;
        while (low <= high) {
            AwaitedFill fill = at(middle);
            if (fill.id() == id) {
                return fill;
            }
            if (fill.id() < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
            middle = (low + high) >>> 1;
        }
        return others.isEmpty() ? null : others.get(id);
    }

    /** The oldest fills are let go; one that waits still is kept aside. */
    void pass(AwaitedFill fill) {
        if (size > 0 && at(0).equals(fill)) {
            ring[head] = null;
            head = (head + 1) & (ring.length - 1);
            size--;
            if (fill.anyDue()) {
                others.put(fill.id(), fill);
            }
        } else {
            forget(fill);
        }
    }

    /** Nothing is waited for any more; of two fills with one id the one that waits still keeps the other. */
    void forget(AwaitedFill fill) {
        if (others.isEmpty()) {
            return;
        }
        AwaitedFill first = others.get(fill.id());
        if (first != null && !first.anyDue()) {
            others.remove(fill.id());
        }
    }

    private AwaitedFill at(int index) {
        AwaitedFill fill = ring[(head + index) & (ring.length - 1)];
        if (fill == null) {
            throw new IllegalStateException("no fill at " + index + " of " + size);
        }
        return fill;
    }

    private void grow() {
        @Nullable AwaitedFill[] larger = new @Nullable AwaitedFill[2 * ring.length];
        for (int index = 0; index < size; index++) {
            larger[index] = at(index);
        }
        ring = larger;
        head = 0;
    }
}
