package recon.ledger.position;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lifecycles that are over, until all income that may still come is in. */
final class Settling {
    /** A row may be stamped a minute after a close, and is looked at a minute after its stamp. */
    static final long GRACE = 2 * Nearby.NEAR;

    private record Left(OpenLifecycle lifecycle, SymbolBook book, long at) {}

    private final Outlet outlet;
    private final Deque<Left> recent = new ArrayDeque<>();
    private final Deque<Left> waiting = new ArrayDeque<>();

    Settling(Outlet outlet) {
        this.outlet = outlet;
    }

    void close(OpenLifecycle lifecycle, SymbolBook book, long at) {
        lifecycle.close(at);
        book.settle(lifecycle);
        recent.addLast(new Left(lifecycle, book, at));
    }

    /** Tells those of which nothing more can come. */
    void until(long now) {
        while (!recent.isEmpty() && recent.getFirst().at() < now - GRACE) {
            Left left = recent.removeFirst();
            if (left.lifecycle().awaits()) {
                waiting.addLast(left);
            } else {
                tell(left);
            }
        }
        // What is overdue has been given up by now, so that none of these waits for long.
        while (!waiting.isEmpty() && !waiting.getFirst().lifecycle().awaits()) {
            tell(waiting.removeFirst());
        }
    }

    private void tell(Left left) {
        left.book().settled(left.lifecycle());
        outlet.lifecycle(left.lifecycle(), left.book());
    }
}
