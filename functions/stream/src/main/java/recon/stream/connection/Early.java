package recon.stream.connection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import recon.stream.frame.FrameContent;

/** Events that came before the answer that tells whose they are. A bounded number. */
final class Early {
    private static final int MOST = 10_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final List<Held> held = new ArrayList<>();
    private long bytes;

    /** An event as it was when it came. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are the content; nobody compares held events
    record Held(byte[] frame, FrameContent.Event event, long receivedAt, long sequence) {}

    /** Holds an event, if there is room. */
    boolean hold(Held event) {
        if (held.size() >= MOST || bytes + event.frame.length > MOST_BYTES) {
            return false;
        }
        bytes += event.frame.length;
        return held.add(event);
    }

    /** Takes out the events of a subscription, in the order in which they came. */
    List<Held> release(long subscription) {
        List<Held> released = new ArrayList<>();
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (one.event.subscription().orElse(-1) == subscription) {
                each.remove();
                bytes -= one.frame.length;
                released.add(one);
            }
        }
        return released;
    }

    /** Takes out all. */
    List<Held> releaseAll() {
        List<Held> released = List.copyOf(held);
        held.clear();
        bytes = 0;
        return released;
    }
}
