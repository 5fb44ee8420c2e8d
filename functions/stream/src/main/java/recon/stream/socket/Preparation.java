package recon.stream.socket;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import recon.storage.execution.QueueWire;

/**
 * Sees to it that a queue's wire is prepared, on a thread that may wait. Who calls goes on with what was prepared lately
 * while it is prepared anew, and waits if it was not, or if there is doubt.
 */
final class Preparation {
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** The SDK renews credentials a minute or more before they expire. */
    private static final Duration USABLE = Duration.ofSeconds(50);

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final EventLoop loop;
    private final QueueWire wire;
    private final Executor threads;
    private final List<Waiting> waiting = new ArrayList<>();
    private long preparedAt = NEVER;
    private boolean underWay;

    private record Waiting(Consumer<String> failed, Runnable ready) {}

    /** @param threads for what waits */
    Preparation(EventLoop loop, QueueWire wire, Executor threads) {
        this.loop = requireNonNull(loop, "loop is null");
        this.wire = requireNonNull(wire, "wire is null");
        this.threads = requireNonNull(threads, "threads is null");
    }

    /** Runs one of both on the loop's thread, now or later. */
    void whenReady(Consumer<String> failed, Runnable ready) {
        long age = loop.now() - preparedAt;
        if (age <= USABLE.toMillis()) {
            ready.run();
        } else {
            waiting.add(new Waiting(failed, ready));
        }
        if (age > FRESH.toMillis() && !underWay) {
            underWay = true;
            threads.execute(this::prepare);
        }
    }

    /** A call was refused, perhaps for its credentials: the next one does not go out with the same. */
    void doubt() {
        preparedAt = NEVER;
    }

    private void prepare() {
        try {
            wire.prepare();
        } catch (RuntimeException e) {
            String why = "neither queue nor credentials are known: " + e;
            loop.run(() -> {
                underWay = false;
                taken().forEach(each -> each.failed().accept(why));
            });
            return;
        }
        loop.run(() -> {
            underWay = false;
            preparedAt = loop.now();
            taken().forEach(each -> each.ready().run());
        });
    }

    private List<Waiting> taken() {
        List<Waiting> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
