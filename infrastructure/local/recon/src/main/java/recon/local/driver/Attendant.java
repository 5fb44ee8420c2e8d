package recon.local.driver;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import recon.storage.work.Runs;

/**
 * Runs functions in real time, each on a thread of its own that looks at its queue all the time, as AWS does; what falls
 * due is swept every second. It keeps nothing itself: what is not done when it ends is still in the queues.
 */
public final class Attendant {
    private static final Logger LOG = System.getLogger(Attendant.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(1);
    /** More than the longest wait for a message and one batch. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Runs runs;
    private final LocalFunction collect;
    private final List<String> kinds;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * Starts to attend.
     *
     * @param collect what sweeps
     * @param functions all whose queues are looked at
     */
    public Attendant(InstantSource clock, Runs runs, LocalFunction collect, List<LocalFunction> functions) {
        this.clock = requireNonNull(clock, "clock is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.collect = requireNonNull(collect, "collect is null");
        this.kinds = LocalFunction.kinds(functions);
        functions.forEach(function -> threads.add(Thread.ofVirtual().start(() -> attend(function))));
        threads.add(Thread.ofVirtual().start(this::sweep));
    }

    /**
     * Ends in good order: no batch is begun any more, and those that were begun are done.
     *
     * @return whether all have ended
     */
    public boolean stop() throws InterruptedException {
        ending.countDown();
        boolean ended = true;
        for (Thread thread : threads) {
            ended &= thread.join(PATIENCE);
        }
        return ended;
    }

    private void attend(LocalFunction function) {
        while (!isEnding()) {
            try {
                function.poll(WAIT);
            } catch (RuntimeException e) {
                // As on AWS: the batch shows again when its time out of sight is over.
                LOG.log(Level.ERROR, "a function failed, its messages come again: " + e);
                pause();
            }
        }
    }

    private void sweep() {
        while (!isEnding()) {
            try {
                if (runs.nextDue(kinds)
                        .filter(due -> !due.isAfter(clock.instant()))
                        .isPresent()) {
                    collect.invoke(Map.of("action", "sweep"));
                }
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "what is due could not be swept, and will be: " + e);
            }
            pause();
        }
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    private void pause() {
        try {
            boolean _ = ending.await(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending.countDown();
        }
    }
}
