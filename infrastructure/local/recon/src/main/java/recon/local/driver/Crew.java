package recon.local.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many work at a queue at once, as many invocations of a function do on AWS. Each takes messages of its own.
 *
 * @param workers 1 or more; one is the driver's own thread
 */
public record Crew(int workers) {
    /** One after another. */
    public static final Crew ALONE = new Crew(1);

    private static final int MOST = 256;

    public Crew {
        if (workers < 1 || workers > MOST) {
            throw new IllegalArgumentException("workers is " + workers + ": give 1 to " + MOST);
        }
    }

    /** Works on what is in the queue of a function, and says whether there was anything; there may be more then. */
    boolean work(LocalFunction function) {
        if (workers == 1) {
            return function.poll();
        }
        int needed = Math.min(workers, function.invocations());
        List<Future<Boolean>> busy = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> worker = () -> untilEmpty(function);
            for (int i = 0; i < needed; i++) {
                busy.add(threads.submit(worker));
            }
        }
        boolean any = false;
        for (Future<Boolean> one : busy) {
            any |= result(one);
        }
        return any;
    }

    private static boolean untilEmpty(LocalFunction function) {
        boolean any = false;
        while (function.poll()) {
            any = true;
        }
        return any;
    }

    /** All have ended: what went wrong for one of them goes on to who drives them. */
    private static boolean result(Future<Boolean> ended) {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("a worker failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
