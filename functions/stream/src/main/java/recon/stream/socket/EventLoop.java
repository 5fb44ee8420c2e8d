package recon.stream.socket;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import recon.stream.capture.Capture;
import recon.stream.capture.CaptureStatus;

/** Drives a capture on one thread of Vert.x: everything that happens to it happens here. */
public final class EventLoop {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long LONGEST_SLEEP_MS = 1_000;
    /** What is due at once may make more due at once, but not for ever. */
    private static final int MOST_TICKS = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final InstantSource clock;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Consumer<CaptureStatus> watcher;
    private @org.jspecify.annotations.Nullable Capture capture;
    private boolean inside;
    private long last;
    private long timer = -1;
    private long armedFor = NEVER;
    private long showFrom = Long.MIN_VALUE;

    /**
     * A loop without a capture.
     *
     * @param clock our clock; where it goes back, time stands still until it has caught up
     * @param watcher is shown the status about every second, and whatever happens until it is ready
     */
    public EventLoop(Vertx vertx, InstantSource clock, Consumer<CaptureStatus> watcher) {
        this.vertx = requireNonNull(vertx, "vertx is null");
        this.context = vertx.getOrCreateContext();
        this.clock = requireNonNull(clock, "clock is null");
        this.watcher = requireNonNull(watcher, "watcher is null");
    }

    /** Starts a capture. */
    public void start(Capture started) {
        run(() -> {
            capture = started;
            started.start(now());
        });
    }

    /** Stops it; completes when everything is done that a stop asks for. */
    public CompletionStage<Void> stop() {
        run(() -> {
            if (capture == null) {
                stopped.complete(null);
            } else {
                capture.stop(now());
            }
        });
        return stopped;
    }

    /** Runs something on the loop's thread, from any thread. */
    public void run(Runnable something) {
        context.runOnContext(_ -> happened(something));
    }

    /** Runs something on the loop's thread, which must be this one. */
    void happened(Runnable something) {
        if (inside) {
            // What a call from within brings is settled by the one that it came from.
            something.run();
            return;
        }
        inside = true;
        try {
            something.run();
            settle();
        } finally {
            inside = false;
        }
    }

    /** Epoch ms; never goes back. Only on the loop's thread. */
    public long now() {
        last = Math.max(last, clock.millis());
        return last;
    }

    Vertx vertx() {
        return vertx;
    }

    private void settle() {
        Capture driven = capture;
        if (driven == null) {
            return;
        }
        long now = now();
        for (int i = 0; i < MOST_TICKS && driven.nextDue() <= now; i++) {
            driven.tick(now);
        }
        if (now >= showFrom || driven.isStopped()) {
            CaptureStatus status = driven.status(now);
            showFrom = status.isReady() ? now + LONGEST_SLEEP_MS : now;
            watcher.accept(status);
        }
        if (driven.isStopped()) {
            vertx.cancelTimer(timer);
            stopped.complete(null);
            return;
        }
        arm(now, Math.min(driven.nextDue(), now + LONGEST_SLEEP_MS));
    }

    /** A timer that is too early does no harm: it is left. */
    private void arm(long now, long due) {
        if (due >= armedFor) {
            return;
        }
        vertx.cancelTimer(timer);
        armedFor = due;
        timer = vertx.setTimer(Math.max(1, due - now), _ -> {
            armedFor = NEVER;
            happened(() -> {});
        });
    }
}
